import { Card, Disclosure, Pill, YamlView } from "@fairlead/ui";
import type { Answers } from "../../answers.ts";

type Example = Answers["template"]["example"];

/** What a service gets that answers only what it must: the template's opinions, and the platform's baseline. */
export function TemplateExample({ example }: { example: Example }) {
  if (example === null || example.manifests.length === 0) return null;
  const errors = example.violations.filter(({ severity }) => severity === "error");
  return (
    <Card title="What a service gets" aside={`an example in ${example.environment}`}>
      <div className="grid gap-3">
        <p className="flex flex-wrap items-center gap-2 text-soft">
          Whoever answers only what must be answered gets {example.manifests.length} objects.
          <Pill tone="good">{example.passed} policies pass</Pill>
          {errors.length > 0 && <Pill tone="warn">{errors.length} ask for more answers</Pill>}
        </p>
        {errors.length > 0 && (
          <ul className="list-disc pl-5 text-soft">
            {errors.map(({ path, reason, remedy }) => (
              <li key={`${path} ${reason}`}>
                {reason} {remedy}
              </li>
            ))}
          </ul>
        )}
        <Disclosure summary="What somebody declares">
          <YamlView text={example.declaration} label="The example's declaration as YAML" />
        </Disclosure>
        <ul className="overflow-clip rounded-field border border-line">
          {example.manifests.map(({ kind, name, summary, yaml }) => (
            <li key={`${kind} ${name}`} className="border-line border-b px-3 last:border-b-0">
              <Disclosure
                summary={
                  <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2">
                    <span className="text-ink">{kind}</span>
                    <span className="min-w-0 flex-1 truncate text-right font-normal text-faint text-label">
                      {summary}
                    </span>
                  </span>
                }
              >
                <div className="-mx-3 -mt-3 border-line border-t">
                  <YamlView text={yaml} label={`${kind} ${name} as YAML`} />
                </div>
              </Disclosure>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}
