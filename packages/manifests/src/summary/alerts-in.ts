import { fieldsOf, itemsOf } from "../json/fields.ts";

/** An alert as a PrometheusRule has it. */
interface RenderedAlert {
  name: string;
  team?: string;
  /** Whether it may wake somebody. */
  wakes: boolean;
}

/** The alerts in the spec of a PrometheusRule. */
export function alertsIn(spec: unknown): RenderedAlert[] {
  const rules = itemsOf(fieldsOf(spec).groups).flatMap((group) => itemsOf(fieldsOf(group).rules));
  return rules.flatMap((rule) => {
    const { alert, labels } = fieldsOf(rule);
    if (typeof alert !== "string") return [];
    const { team, severity } = fieldsOf(labels);
    return [{ name: alert, ...(typeof team === "string" ? { team } : {}), wakes: severity === "page" }];
  });
}
