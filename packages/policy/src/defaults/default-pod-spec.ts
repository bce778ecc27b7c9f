import { defaultContainer } from "./default-container.ts";
import { editItems, editMap, isJson, type Json, withDefaults } from "./json-edit.ts";

const CONTAINER_LISTS = ["containers", "initContainers", "ephemeralContainers"] as const;

// A volume says what it is by the one key beside its name.
const FILE_SOURCES = ["secret", "configMap", "projected", "downwardAPI"] as const;
const READABLE_BY_ALL = 0o644;

/** What a bare pod gets beyond a pod template. */
export function defaultBarePodSpec(spec: Json): Json {
  const filled = withDefaults(defaultPodSpec(spec), { enableServiceLinks: true });
  return ["containers", "initContainers"].reduce(
    (value, list) => editItems(value, list, (container) => editMap(container, "resources", requestWhatIsLimited)),
    filled,
  );
}

function requestWhatIsLimited(resources: Json): Json {
  const { limits, requests } = resources;
  if (!isJson(limits)) return resources;
  return { ...resources, requests: withDefaults(isJson(requests) ? requests : {}, limits) };
}

/** What pods and pod templates have in common. */
export function defaultPodSpec(spec: Json): Json {
  const filled = withDefaults(spec, {
    restartPolicy: "Always",
    dnsPolicy: "ClusterFirst",
    terminationGracePeriodSeconds: 30,
    securityContext: {},
    schedulerName: "default-scheduler",
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
