import { Disclosure, Pill } from "@fairlead/ui";
import { type Impact, servicesIn } from "./merge-impact.ts";

const WORDS = { added: "new", changed: "changed", removed: "gone" } as const;

/** Equal changes together, the most frequent first. */
export function ImpactGroups({ groups }: { groups: Impact["groups"] }) {
  if (groups.length === 0) return null;
  return (
    <ul aria-label="Groups of equal changes" className="overflow-clip rounded-field border border-line">
      {groups.map(({ key, words, kinds, places }) => (
        <li key={key} className="border-line border-b px-3 last:border-b-0">
          <Disclosure
            summary={
              <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-1 py-1">
                <span className="min-w-0 text-ink">{sentence(words)}</span>
                <Pill>
                  {count(servicesIn(places).length, "service")}, {count(places.length, "place")}
                </Pill>
              </span>
            }
          >
            <div className="grid gap-2 pb-3 text-soft">
              <p>
                In each:{" "}
                {kinds.map(({ kind, change, count: number }) => `${number} ${kind} ${WORDS[change]}`).join(", ")}.
              </p>
              <p>
                {places
                  .map(({ service, environment, cluster }) => `${service} in ${environment} on ${cluster}`)
                  .join("; ")}
              </p>
            </div>
          </Disclosure>
        </li>
      ))}
    </ul>
  );
}

function sentence(words: readonly string[]): string {
  const text = words.join("; ");
  return text === "" ? "details" : text.charAt(0).toUpperCase() + text.slice(1);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
