import { canonicalQuantity } from "./canonical-quantity.ts";
import { defaultClaim } from "./default-claim.ts";
import { defaultContainer, pullPolicyOf } from "./default-container.ts";
import { editItems, editMap, editPath, isJson, type Json, withDefaults } from "./json-edit.ts";

const CONTAINER_LISTS = ["containers", "initContainers", "ephemeralContainers"] as const;

// A volume says what it is by the one key beside its name.
const FILE_SOURCES = ["secret", "configMap", "projected", "downwardAPI"] as const;
const READABLE_BY_ALL = 0o644;

/** What a bare pod gets beyond a pod template. */
export function defaultBarePodSpec(spec: Json): Json {
  const filled = withDefaults(defaultPodSpec(spec), { enableServiceLinks: true });
  const takesPorts = spec.hostNetwork === true;
  return ["containers", "initContainers"].reduce(
    (value, list) =>
      editItems(value, list, (container) => {
        const requesting = editMap(container, "resources", requestWhatIsLimited);
        if (!takesPorts) return requesting;
        return editItems(requesting, "ports", (port) => withDefaults(port, { hostPort: port.containerPort }));
      }),
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
  const withPath = editMap(withModes, "hostPath", (path) => withDefaults(path, { type: "" }));
  const sized = editMap(withPath, "emptyDir", (folder) =>
    folder.sizeLimit === undefined ? folder : { ...folder, sizeLimit: canonicalQuantity(String(folder.sizeLimit)) },
  );
  const claimed = editPath(sized, ["ephemeral", "volumeClaimTemplate"], (claim) =>
    defaultClaim(withDefaults(claim, { metadata: {} })),
  );
  const pulled = editMap(claimed, "image", (image) =>
    withDefaults(image, { pullPolicy: pullPolicyOf(image.reference) }),
  );
  return editMap(pulled, "projected", (projected) =>
    // The one list here that the API server writes as null where it is empty.
    editItems(withDefaults(projected, { sources: null }), "sources", defaultProjection),
  );
}

const ONE_HOUR = 3600;

function defaultProjection(source: Json): Json {
  const withToken = editMap(source, "serviceAccountToken", (token) =>
    withDefaults(token, { expirationSeconds: ONE_HOUR }),
  );
  return editMap(withToken, "downwardAPI", (files) =>
    editItems(files, "items", (item) =>
      editMap(item, "fieldRef", (reference) => withDefaults(reference, { apiVersion: "v1" })),
    ),
  );
}
