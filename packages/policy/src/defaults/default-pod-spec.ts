import { defaultContainer } from "./default-container.ts";
import { editItems, editMap, type Json, withDefaults } from "./json-edit.ts";

const CONTAINER_LISTS = ["containers", "initContainers", "ephemeralContainers"] as const;

// A volume says what it is by the one key beside its name.
const FILE_SOURCES = ["secret", "configMap", "projected", "downwardAPI"] as const;
const READABLE_BY_ALL = 0o644;

export function defaultPodSpec(spec: Json): Json {
  const filled = withDefaults(spec, {
    restartPolicy: "Always",
    dnsPolicy: "ClusterFirst",
    terminationGracePeriodSeconds: 30,
    securityContext: {},
    schedulerName: "default-scheduler",
    enableServiceLinks: true,
    // The old name of serviceAccountName, kept in step.
    serviceAccount: spec.serviceAccountName,
  });
  const withContainers = CONTAINER_LISTS.reduce((value, list) => editItems(value, list, defaultContainer), filled);
  return editItems(withContainers, "volumes", defaultVolume);
}

function defaultVolume(volume: Json): Json {
  const named = Object.keys(volume).some((key) => key !== "name") ? volume : { ...volume, emptyDir: {} };
  const withModes = FILE_SOURCES.reduce(
    (value, source) => editMap(value, source, (files) => withDefaults(files, { defaultMode: READABLE_BY_ALL })),
    named,
  );
  return editMap(withModes, "hostPath", (path) => withDefaults(path, { type: "" }));
}
