import { classNames } from "../style/class-names.ts";
import { YamlLine } from "./yaml-line.tsx";

interface YamlViewProps {
  text: string;
  /** What is shown, such as “Deployment checkout as YAML”. */
  label: string;
  /** Lines to light up, counted from 1. */
  marked?: readonly number[];
}

/** YAML to read: scrolls sideways by itself, also with the keyboard. */
export function YamlView({ text, label, marked = [] }: YamlViewProps) {
  const lines = text.replace(/\n$/, "").split("\n");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className="overflow-x-auto bg-sunken -outline-offset-2">
      <pre className="w-max min-w-full py-2.5 font-mono text-code">
        {lines.map((line, index) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
            key={index}
            {...(marked.includes(index + 1) ? { "data-marked": "" } : {})}
            className={classNames(
              "block min-h-[1.1875rem] px-4",
              marked.includes(index + 1) && "bg-accent-soft shadow-[inset_2px_0_var(--accent)]",
            )}
          >
            <YamlLine text={line} />
          </span>
        ))}
      </pre>
    </section>
  );
}
