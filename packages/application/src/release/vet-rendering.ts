import { AppError, hasErrors, type Violation } from "@fairlead/domain";
import { type Rendering, type RenderInput, render } from "@fairlead/manifests";
import type { Judge } from "./judge.ts";

/** A rendering that may be released, with the input that it came from. */
export interface VettedRendering {
  input: RenderInput;
  rendering: Rendering;
}

/**
 * Renders for each destination, and asks the policies about all of it.
 *
 * @throws AppError `invalid` with every violation where one of them refuses
 */
export function vetRenderings(
  judge: Judge,
  inputs: readonly RenderInput[],
  what: string,
): { vetted: VettedRendering[]; warnings: Violation[] } {
  const vetted: VettedRendering[] = [];
  const violations: Violation[] = [];
  for (const input of inputs) {
    const rendered = render(input);
    if (!rendered.ok) {
      violations.push(...rendered.error);
      continue;
    }
    const { guarded, objects } = rendered.value;
    const namespace = guarded.find(({ kind }) => kind === "Namespace");
    if (namespace === undefined) throw new AppError("internal", "A rendering came without its namespace.");
    violations.push(...judge.vet([...guarded, ...objects], namespace).violations);
    vetted.push({ input, rendering: rendered.value });
  }
  // Several clusters find the same fault; it is told once.
  const found = [
    ...new Map(violations.map((each) => [JSON.stringify([each.path, each.reason, each.object]), each] as const)).values(),
  ];
  // A rendering that is missing without a reason would be a deploy to fewer clusters than were asked for.
  if (hasErrors(found) || vetted.length < inputs.length)
    throw new AppError("invalid", `${what}: a check refuses it.`, { violations: found });
  return { vetted, warnings: found };
}
