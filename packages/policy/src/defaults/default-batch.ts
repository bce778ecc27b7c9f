import { type DefaultsByKind, defaultTemplate, withStatus } from "./default-workload.ts";
import { editMap, isJson, type Json, withDefaults } from "./json-edit.ts";

/** https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/apis/batch/v1/defaults.go */
export const BATCH_DEFAULTS: DefaultsByKind = {
  "batch/Job": defaultJob,
  "batch/CronJob": defaultCronJob,
};

const MOST_RETRIES = 2 ** 31 - 1;

function defaultJob(job: Json): Json {
  const template = isJson(job.spec) && isJson(job.spec.template) ? job.spec.template : {};
  const labels = isJson(template.metadata) ? template.metadata.labels : undefined;
  const labelled = editMap(job, "metadata", (metadata) => withDefaults(metadata, { labels }));
  return withStatus(editMap(defaultTemplate(labelled, ["spec"]), "spec", defaultJobSpec));
}

function defaultJobSpec(spec: Json): Json {
  const alone = spec.completions === undefined && spec.parallelism === undefined;
  return withDefaults(spec, {
    completions: alone ? 1 : undefined,
    parallelism: 1,
    backoffLimit: spec.backoffLimitPerIndex === undefined ? 6 : MOST_RETRIES,
    completionMode: "NonIndexed",
    suspend: false,
    podReplacementPolicy: spec.podFailurePolicy === undefined ? "TerminatingOrFailed" : "Failed",
    manualSelector: false,
  });
}

function defaultCronJob(object: Json): Json {
  return withStatus(
    editMap(defaultTemplate(object, ["spec", "jobTemplate", "spec"]), "spec", (spec) =>
      withDefaults(
        editMap(spec, "jobTemplate", (template) => withDefaults(template, { metadata: {} })),
        { concurrencyPolicy: "Allow", suspend: false, successfulJobsHistoryLimit: 3, failedJobsHistoryLimit: 1 },
      ),
    ),
  );
}
