/** Budget and objective are those of so many days. */
export const PERIOD_DAYS = 30;

/**
 * How fast the error budget may be used up before somebody hears of it: as a multiple of the pace at which it lasts for
 * thirty days, over a long window (it matters) and a short one (it has not stopped).
 * https://sre.google/workbook/alerting-on-slos/#6-multiwindow-multi-burn-rate-alerts
 */
export const BURN_RATES = {
  fast: [
    { factor: 14.4, short: "5m", long: "1h" },
    { factor: 6, short: "30m", long: "6h" },
  ],
  slow: [
    { factor: 3, short: "2h", long: "1d" },
    { factor: 1, short: "6h", long: "3d" },
  ],
} as const;

export type Window = (typeof BURN_RATES)[keyof typeof BURN_RATES][number]["short" | "long"];
