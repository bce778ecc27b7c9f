import { Card, Disclosure } from "@fairlead/ui";
import type { ReactNode } from "react";
import type { PolicyView } from "./policy-view.ts";

/** The text that form and cluster evaluate, in CEL. */
export function PolicyTextCard({ policy: { kinds, conditions, variables, validations } }: { policy: PolicyView }) {
  return (
    <Card title="Its text" aside={`looks at ${kinds.join(", ")}`}>
      <div className="grid gap-3">
        <Part title="Refuses unless">
          {validations.map(({ expression }) => (
            <Cel key={expression} text={expression} />
          ))}
        </Part>
        <Disclosure summary={summaryOf(variables.length)}>
          {conditions.map(({ name, expression }) => (
            <Part key={name} title={name}>
              <Cel text={expression} />
            </Part>
          ))}
          {variables.map(({ name, expression }) => (
            <Part key={name} title={`variables.${name}`}>
              <Cel text={expression} />
            </Part>
          ))}
        </Disclosure>
      </div>
    </Card>
  );
}

function summaryOf(values: number): string {
  if (values === 0) return "When it looks";
  return `When it looks, and the ${values === 1 ? "value" : `${values} values`} that it uses`;
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="grid gap-1">
      <h3 className="text-faint text-label">{title}</h3>
      {children}
    </div>
  );
}

function Cel({ text }: { text: string }) {
  return (
    <pre className="whitespace-pre-wrap break-words rounded-control bg-sunken px-3 py-2 font-mono text-code">
      {text}
    </pre>
  );
}
