import {
  type Actor,
  EXCEPTION_SETTING_NAMES,
  EXCEPTION_SETTINGS,
  type ExceptionSeverity,
  type ExceptionSubject,
  LONGEST_EXCEPTION_DAYS,
} from "@fairlead/domain";
import { requirePermission } from "../access/require-permission.ts";
import type { Deps } from "../deps.ts";

/** Something that one can ask for an exception from. */
export interface ExceptionOption {
  kind: ExceptionSubject["kind"];
  /** The policy's id, or the setting. */
  name: string;
  title: string;
  severity: ExceptionSeverity;
  longestDays: number;
  /** What may be given as the value of a setting. */
  hint?: string;
  /** Why nobody can be let off this one. */
  refusal?: string;
}

/** Everything that one can ask for an exception from, and what one cannot, with the reason. */
export function exceptionOptions(deps: Pick<Deps, "judge">, actor: Actor): ExceptionOption[] {
  requirePermission(actor, "catalog.read");
  return [...policyOptions(deps), ...settingOptions()];
}

export function findOption(deps: Pick<Deps, "judge">, subject: ExceptionSubject): ExceptionOption | undefined {
  return subject.kind === "policy"
    ? policyOptions(deps).find(({ name }) => name === subject.policy)
    : settingOptions().find(({ name }) => name === subject.setting);
}

function policyOptions({ judge }: Pick<Deps, "judge">): ExceptionOption[] {
  return judge.policies.map(({ id, title, severity, controls }) => ({
    kind: "policy",
    name: id,
    title,
    severity,
    longestDays: LONGEST_EXCEPTION_DAYS[severity],
    // The namespace enforces it beside our policies, and guard's own rules keep it there.
    ...(controls.some((control) => control.startsWith("PSS "))
      ? { refusal: "Pod Security restricted holds it in every namespace, which no exception lifts." }
      : {}),
  }));
}

function settingOptions(): ExceptionOption[] {
  return EXCEPTION_SETTING_NAMES.map((name) => {
    const { title, severity, hint } = EXCEPTION_SETTINGS[name];
    return { kind: "setting", name, title, severity, hint, longestDays: LONGEST_EXCEPTION_DAYS[severity] };
  });
}
