import { Card, Disclosure } from "@fairlead/ui";
import type { Answers } from "../../answers.ts";

type Document = Answers["template"]["show"]["document"];
type Field = Document["spec"]["form"][number]["fields"][number];

/** What a team is asked, and what it is not. */
export function QuestionList({ template: { spec } }: { template: Document }) {
  const { form, locked = [], hidden = [] } = spec;
  return (
    <Card title="What it asks">
      <div className="grid gap-4">
        {form.map(({ section, fields }) => (
          <section key={section} aria-label={section} className="grid gap-2">
            <h3 className="text-faint text-label">{section}</h3>
            <dl className="grid gap-2">
              {fields.map((field) => (
                <div key={field.path}>
                  <dt className="font-strong">{field.label ?? field.path}</dt>
                  <dd className="text-soft">{describe(field)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        {locked.length + hidden.length > 0 && (
          <Disclosure summary="What it does not ask">
            <ul className="list-disc pl-5 text-soft">
              {locked.map((path) => (
                <li key={path}>
                  <code className="font-mono text-label">{path}</code> is the template's to decide.
                </li>
              ))}
              {hidden.map((path) => (
                <li key={path}>
                  <code className="font-mono text-label">{path}</code> is not offered.
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
      </div>
    </Card>
  );
}

function describe({ help, required, when, default: value, bounds = {} }: Field): string {
  const limits = Object.entries(bounds).map(([environment, { min, max }]) => {
    const range = [min === undefined ? [] : `at least ${min}`, max === undefined ? [] : `at most ${max}`].flat();
    return `${range.join(" and ")}${environment === "*" ? "" : ` in ${environment}`}`;
  });
  return [
    help ?? "",
    required ? "Must be answered." : "",
    value === undefined || typeof value === "object" ? "" : `${String(value)} if left out.`,
    when === undefined ? "" : "Asked only where it matters.",
    limits.length === 0 ? "" : `${limits.join(", ")}.`,
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}
