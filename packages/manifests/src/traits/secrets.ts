import { type KubernetesObject, offers } from "@fairlead/domain";
import type { Build } from "../render/build.ts";
import { objectLabels } from "../render/labels.ts";
import type { Contribution, Trait } from "./trait.ts";

const API = "external-secrets.io/v1";
/** How long a new value takes to reach the cluster at most. Stores bill and limit what is read: not every minute. */
const REFRESH = "10m";
/** Libraries look here for what they bind to: https://servicebinding.io/spec/core/1.1.0/#workload-projection */
const ROOT_VARIABLE = "SERVICE_BINDING_ROOT";
const ROOT = "/bindings";
/** Readable by the process through its group (fsGroup), by nobody else; YAML and JSON have no octal in common: 0440. */
const MODE = 0o440;

/**
 * Secrets come as files from a Secret that External Secrets fills from the platform's store. Without a store the files
 * are the same, and somebody makes the Secret. No value passes through here, and none becomes a variable.
 */
export const secrets: Trait = (build) => {
  const { secrets: declared = [] } = build.spec;
  if (declared.length === 0) return {};
  const pod = {
    env: { [ROOT_VARIABLE]: ROOT },
    volumes: declared.map(({ name, keys }) => ({
      name: volumeOf(name),
      // Not optional: a service must not start without its key, and the pod says which one is missing.
      secret: {
        secretName: name,
        defaultMode: MODE,
        optional: false,
        items: keys.map((key) => ({ key, path: key })),
      },
    })),
    mounts: declared.map(({ name }) => ({ name: volumeOf(name), mountPath: `${ROOT}/${name}`, readOnly: true })),
  };
  const names = declared.map(({ name }) => name);
  return { pod: { ...pod, annotations: restarting(build, names) }, ...source(build, names) };
};

function volumeOf(secret: string): string {
  return `secret-${secret}`;
}

function source(build: Build, names: readonly string[]): Pick<Partial<Contribution>, "objects" | "lent" | "gaps"> {
  const { profile, destination, spec } = build;
  if (profile.secretStore !== undefined && offers(profile, `${API}/ExternalSecret`)) {
    return {
      objects: (spec.secrets ?? []).map(({ name, keys }) => externalSecret(build, name, keys)),
      lent: {
        annotations: {
          "fairlead.dev/secret-store": profile.secretStore.name,
          "fairlead.dev/secret-path": pathOf(build),
        },
      },
    };
  }
  const because =
    profile.secretStore === undefined
      ? `${destination.cluster} has no secret store`
      : `${destination.cluster} has no External Secrets`;
  const remedy = `Somebody with the right makes a Secret of that name in ${destination.namespace}; the pods wait for it.`;
  return { gaps: names.map((name) => ({ what: `Value of ${name}`, because, remedy })) };
}

/** Where a service's entries lie in the store: `<prefix><environment>/<service>/`. */
function pathOf({ profile, environment, name }: Build): string {
  return `${profile.secretStore?.prefix ?? ""}${environment.metadata.name}/${name}/`;
}

/**
 * Takes the keys of one entry in the store. A guard holds it to the store and the path that its namespace names.
 * https://external-secrets.io/latest/api/externalsecret/
 */
function externalSecret(build: Build, name: string, keys: readonly string[]): KubernetesObject {
  const store = build.profile.secretStore?.name ?? "";
  const entry = `${pathOf(build)}${name}`;
  return {
    apiVersion: API,
    kind: "ExternalSecret",
    metadata: { name, namespace: build.destination.namespace, labels: objectLabels(build) },
    spec: {
      refreshPolicy: "Periodic",
      refreshInterval: REFRESH,
      secretStoreRef: { kind: "ClusterSecretStore", name: store },
      // What the store has lost stays in the cluster: a mistake there takes no key from what runs.
      target: { name, creationPolicy: "Owner", deletionPolicy: "Retain" },
      data: keys.map((secretKey) => ({ secretKey, remoteRef: { key: entry, property: secretKey } })),
    },
  };
}

/**
 * A new value appears in the files by itself, but most processes read them once. Reloader restarts the pods where it is
 * there; elsewhere Fairlead's reconciler does. It reads the annotation from the pods too:
 * https://github.com/stakater/Reloader#how-to-use-reloader
 */
function restarting({ profile }: Build, names: readonly string[]): Record<string, string> {
  return profile.reloader ? { "secret.reloader.stakater.com/reload": names.join(",") } : {};
}
