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

/** What else there is to say against a rendering, such as what it would change where it may not. */
export type Objections = (input: RenderInput, rendering: Rendering) => Promise<Violation[]>;

/**
 * Renders for each destination, and asks template, callees and policies about all of it, and who else may object.
 *
 * @throws AppError `invalid` with every violation where one of them refuses
 */
export async function vetRenderings(
  judge: Judge,
  inputs: readonly RenderInput[],
  { what, objections }: { what: string; objections: Objections },
): Promise<{ vetted: VettedRendering[]; warnings: Violation[] }> {
  const examined = await Promise.all(
    inputs.map(async (input) => {
      const { rendering, violations, ...rest } = examine(input, judge);
      const objected = rendering === undefined ? [] : await objections(input, rendering);
      return { input, ...rest, rendering, violations: [...violations, ...objected] };
    }),
  );
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
