import type { Violation } from "@fairlead/domain";
import type { Trait } from "./trait.ts";

/** A schedule goes with what runs by the clock, and the other way about. The builder of the CronJob reads it. */
export const schedule: Trait = ({ spec, template }) => {
  const runsByClock = template.spec.workload === "CronJob";
  if (runsByClock === (spec.schedule !== undefined)) return {};
  const { name } = template.metadata;
  const violation: Violation = runsByClock
    ? {
        path: "spec.schedule.cron",
        reason: "is missing",
        remedy: "Say when it runs, such as 0 3 * * * for every night at three.",
        severity: "error",
      }
    : {
        path: "spec.schedule",
        reason: `does not go with the template ${name}, whose services do not run by the clock`,
        remedy: "Take it out, or choose a template for scheduled jobs.",
        severity: "error",
      };
  return { violations: [violation] };
};
