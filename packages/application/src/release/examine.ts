import { checkAnswers, type Violation } from "@fairlead/domain";
import { type RenderInput, type Rendering, render } from "@fairlead/manifests";
import { checkParameters } from "../template/check-parameters.ts";
import { type ConditionScope, conditionIn } from "../template/condition.ts";
import { excuse } from "./excuse.ts";
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
    ...checkAnswers(withImage, template, [environment.metadata.name], conditionIn(scopeOf(input))),
    ...checkParameters(withImage, template, [environment.metadata.name]),
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
    violations: distinct([...declared, ...excuse(verdict.violations, input.exceptions)]),
    passed: verdict.passed,
  };
}

function scopeOf({ environment: { metadata, spec }, destination }: RenderInput): ConditionScope {
  return {
    environment: { name: metadata.name, production: spec.production ?? false },
    cluster: { name: destination.cluster },
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
