import { Disclosure } from "@fairlead/ui";
import type { SaidOnce } from "./adoption-view.ts";

/** Sentences on what became of fields, each with the fields that it is about. */
export function SaidList({ said }: { said: readonly SaidOnce[] }) {
  return (
    <ul className="grid gap-1">
      {said.map(({ words, fields }) => (
        <li key={words}>
          <Disclosure
            summary={
              <span className="min-w-0 font-normal text-ink">
                {words}{" "}
                <span className="whitespace-nowrap text-faint">
                  {fields.length === 1 ? "1 field" : `${fields.length} fields`}
                </span>
              </span>
            }
          >
            <ul className="grid gap-1 pb-2 pl-6 font-mono text-code text-soft">
              {fields.map(({ object, path, value }) => (
                <li key={`${object} ${path}`} className="break-words">
                  {object} {path}: {JSON.stringify(value)}
                </li>
              ))}
            </ul>
          </Disclosure>
        </li>
      ))}
    </ul>
  );
}
