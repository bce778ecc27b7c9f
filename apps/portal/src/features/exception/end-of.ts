import type { ExceptionView } from "./exception-view.ts";

/** When an exception ends or ended, which is not always the day that was asked for. Undefined for what never held. */
export function endOf({
  until,
  state,
  ended,
}: Pick<ExceptionView, "until" | "state" | "ended">): { word: "until" | "ended"; at: string } | undefined {
  switch (state) {
    case "requested":
    case "in-force":
      return { word: "until", at: until };
    case "expired":
      return { word: "ended", at: until };
    case "ended":
      return { word: "ended", at: ended?.at ?? until };
    case "refused":
    case "withdrawn":
    case "lapsed":
      return undefined;
  }
}
