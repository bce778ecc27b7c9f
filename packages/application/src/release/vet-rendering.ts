import { AppError, hasErrors, type Violation } from "@fairlead/domain";
import type { RenderInput, Rendering } from "@fairlead/manifests";
import { examine } from "./examine.ts";
import { reliesOn } from "./excuse.ts";
import type { Judge } from "./judge.ts";

/** A rendering that may be released, with the input that it came from. */
export interface VettedRendering {
  input: RenderInput;
  rendering: Rendering;
  /** The exceptions that it relies on, by number. */
  exceptions: number[];
}

/**
 * Renders for each destination, and asks template, callees and policies about all of it.
 *
 * @throws AppError `invalid` with every violation where one of them refuses
 */
export function vetRenderings(
  judge: Judge,
  inputs: readonly RenderInput[],
  what: string,
): { vetted: VettedRendering[]; warnings: Violation[] } {
  const examined = inputs.map((input) => ({ input, ...examine(input, judge) }));
  // Several clusters find the same fault; it is told once.
  const found = [
    ...new Map(
      examined.flatMap(({ violations }) =>
        violations.map((each) => [JSON.stringify([each.path, each.reason, each.object]), each] as const),
      ),
    ).values(),
  ];
  const vetted = examined.flatMap(({ input, rendering, violations }) =>
    rendering === undefined ? [] : [{ input, rendering, exceptions: reliesOn(input.exceptions, violations) }],
  );
  // A rendering that is missing without a reason would be a deploy to fewer clusters than were asked for.
  if (hasErrors(found) || vetted.length < inputs.length)
    throw new AppError("invalid", `${what}: a check refuses it.`, { violations: found });
  return { vetted, warnings: found };
}
