import { evaluateCondition } from "@fairlead/cel";
import { checkAnswers, type Holds, type Violation } from "@fairlead/domain";
import { type RenderInput, type Rendering, render } from "@fairlead/manifests";
import type { Judge } from "./judge.ts";

export interface Examined {
  /** Not there where the declaration cannot be rendered; the violations say why. */
  rendering?: Rendering;
  violations: Violation[];
  /** How many policies pass. */
  passed: number;
}

/** Renders a declaration and holds it against its template, what it calls and the policies: all that is wrong at once. */
export function examine(input: RenderInput, judge?: Judge): Examined {
  const { service, template, environment, image } = input;
  const withImage = { ...service, spec: { ...service.spec, image } };
  const declared = [
    ...checkAnswers(withImage, template, [environment.metadata.name], holdsIn(input)),
    ...forbiddenCalls(input),
  ];
  const rendered = render(input);
  if (!rendered.ok) return { violations: distinct([...declared, ...rendered.error]), passed: 0 };
  const { guarded, objects } = rendered.value;
  const [namespace] = guarded;
  const verdict =
    namespace === undefined || judge === undefined
      ? { violations: [], passed: 0 }
      : judge.vet([...guarded, ...objects], namespace);
  return {
    rendering: rendered.value,
    violations: distinct([...declared, ...verdict.violations]),
    passed: verdict.passed,
  };
}

/** A `when` that cannot be evaluated does not hold: the question is then not asked. */
function holdsIn({ environment, destination }: RenderInput): Holds {
  return (when, spec) => {
    const { name } = environment.metadata;
    const result = evaluateCondition(when, {
      spec,
      environment: { name, production: environment.spec.production ?? false },
      cluster: { name: destination.cluster },
      parameters: spec.parameters ?? {},
    });
    return result.ok && result.value;
  };
}

/** Calls that the callee does not allow. The network would: a reorganisation must cut no traffic. */
function forbiddenCalls({ service, refs }: RenderInput): Violation[] {
  return (service.spec.needs ?? []).flatMap((need, index): Violation[] => {
    if (!("service" in need) || !Object.hasOwn(refs.services, need.service)) return [];
    const refuses = refs.services[need.service]?.refuses;
    if (refuses === undefined) return [];
    return [
      {
        path: `spec.needs.${index}.service`,
        reason: `${need.service} ${refuses}`,
        remedy: `Ask its owner to expose ${need.service} to platform.`,
        severity: "error",
      },
    ];
  });
}

function distinct(violations: readonly Violation[]): Violation[] {
  const key = ({ path, reason, object }: Violation) => JSON.stringify([path, reason, object]);
  return [...new Map(violations.map((violation) => [key(violation), violation])).values()];
}
