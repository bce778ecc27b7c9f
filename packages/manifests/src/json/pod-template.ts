import type { KubernetesObject } from "@fairlead/domain";
import { editAt, type Path } from "./edit.ts";
import { type Fields, fieldsOf } from "./fields.ts";

const OF_CRON_JOB: Path = ["spec", "jobTemplate", "spec", "template"];
const OF_OTHERS: Path = ["spec", "template"];

/** The pods that an object makes; nothing of what makes none. */
export function podTemplateOf(object: KubernetesObject): Fields {
  return fieldsOf(pathOf(object).reduce<unknown>((value, field) => fieldsOf(value)[field], object));
}

/** The object with other pods. */
export function withPodTemplate(object: KubernetesObject, template: Fields): KubernetesObject {
  return { ...object, spec: fieldsOf(editAt(object, pathOf(object), () => template)).spec };
}

function pathOf({ kind }: KubernetesObject): Path {
  return kind === "CronJob" ? OF_CRON_JOB : OF_OTHERS;
}
