import type { Build } from "../../render/build.ts";
import type { Gap } from "../../render/gap.ts";
import type { Alert } from "../alerts/alert.ts";
import { recorded } from "../recorded.ts";
import { BURN_RATES, PERIOD_DAYS } from "./burn-rates.ts";
import { budget, errorRatio } from "./level-recordings.ts";
import type { ServiceLevel } from "./service-level.ts";

type Pace = keyof typeof BURN_RATES;

/** Somebody hears of a budget that is used up too fast, and is woken where it will not last until morning. */
export function levelAlerts(build: Build, level: ServiceLevel): Alert[] {
  return (["fast", "slow"] as const).flatMap((pace) => burnAlert(build, level, pace));
}

/** A low promise leaves a budget that even a complete outage uses up slowly: then nobody can be told that it is fast. */
export function levelGaps(level: ServiceLevel): Gap[] {
  if (possibleRates(level, "fast").length > 0) return [];
  return [
    {
      what: `Urgent alert for ${level.words}`,
      because: "with so large a budget not even a complete outage uses it up six times too fast",
      remedy: "Nothing to do, or promise more. ServiceDown tells of a complete outage.",
    },
  ];
}

function burnAlert(build: Build, level: ServiceLevel, pace: Pace): Alert[] {
  const rates = possibleRates(level, pace);
  const [slowest] = rates.slice(-1);
  if (slowest === undefined) return [];
  const ratio = (window: string) => recorded(build, errorRatio(window), { slo: level.name });
  const exceeds = rates.map(({ factor, short, long }) =>
    [short, long].map((window) => `${ratio(window)} > ${factor} * ${budget(level)}`).join("\nand "),
  );
  const { name } = build;
  return [
    {
      name: pace === "fast" ? "ErrorBudgetBurnFast" : "ErrorBudgetBurnSlow",
      expr: exceeds.length === 1 ? exceeds.join() : exceeds.map((each) => `(\n${each}\n)`).join(" or "),
      urgent: pace === "fast",
      summary: `${name} uses up its error budget${pace === "fast" ? " fast" : ""} (${level.words})`,
      description: `Lately {{ $value | humanizePercentage }} of the requests to ${name} ${level.broken}. At this pace what is allowed in ${PERIOD_DAYS} days is used up ${lasts(slowest.factor)}.`,
      labels: { slo: level.name },
      looksAt: level.looksAt,
    },
  ];
}

function lasts(factor: number): string {
  return factor > 1 ? `within ${Math.floor(PERIOD_DAYS / factor)} days` : "before they are over";
}

/** No more than all requests can be bad. */
function possibleRates({ percent }: ServiceLevel, pace: Pace) {
  return BURN_RATES[pace].filter(({ factor }) => factor * (1 - percent / 100) < 1);
}
