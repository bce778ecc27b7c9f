import type { KubernetesObject, ServiceRuntime } from "@fairlead/domain";
import { type Fields, fieldsOf, itemsOf } from "@fairlead/manifests";
import { type Adoptee, containerPath } from "./adopted.ts";
import type { Verdict } from "./ledger.ts";

type Places = Pick<ServiceRuntime, "files" | "scratch" | "storage" | "secrets">;
type Lists = { [Field in keyof Places]-?: NonNullable<Places[Field]> };

const DEFAULT_SCRATCH = "64Mi";

interface Mounted {
  mount: Fields;
  volume: Fields;
}

/** What is mounted into the container: files, writable places, volumes with data, secrets. */
export function readVolumes(adoptee: Adoptee): Places {
  const { workload, ledger } = adoptee;
  const lists: Lists = { files: [], scratch: [], storage: [], secrets: [] };
  const volumes = itemsOf(workload.pod.volumes).map(fieldsOf);
  const claims = itemsOf(fieldsOf(workload.object.spec).volumeClaimTemplates).map(fieldsOf);
  for (const [index, mount] of itemsOf(workload.containers[0]?.volumeMounts).map(fieldsOf).entries()) {
    const mountPath = `${containerPath(adoptee)}.volumeMounts.${index}`;
    const claim = claims.findIndex((each) => fieldsOf(each.metadata).name === mount.name);
    if (claim >= 0) {
      readClaim(
        adoptee,
        { claim: claims[claim] ?? {}, path: `spec.volumeClaimTemplates.${claim}`, mount, mountPath },
        lists,
      );
      continue;
    }
    const at = volumes.findIndex(({ name }) => name === mount.name);
    const verdict = readVolume(adoptee, { mount, volume: volumes[at] ?? {} }, lists);
    ledger.say(workload.object, mountPath, ...verdict);
    ledger.say(workload.object, `${workload.templatePath}.spec.volumes.${at}`, ...verdict);
  }
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}

function readClaim(
  { workload, ledger }: Adoptee,
  { claim, path, mount, mountPath }: { claim: Fields; path: string; mount: Fields; mountPath: string },
  lists: Lists,
): void {
  const spec = fieldsOf(claim.spec);
  const size = String(fieldsOf(fieldsOf(spec.resources).requests).storage);
  lists.storage.push({ name: String(mount.name), path: String(mount.mountPath), size });
  ledger.say(workload.object, mountPath, "understood", "It is spec.storage.");
  ledger.say(workload.object, path, "understood", "It is spec.storage.");
  ledger.say(workload.object, `${path}.spec.storageClassName`, "changed", "The cluster's profile names the class.");
  ledger.say(workload.object, `${path}.spec.accessModes`, "changed", "One writer for each volume.");
}

function readVolume(adoptee: Adoptee, { mount, volume }: Mounted, lists: Lists): Verdict {
  const path = String(mount.mountPath);
  if (volume.emptyDir !== undefined) {
    const { sizeLimit } = fieldsOf(volume.emptyDir);
    lists.scratch.push({ path, size: String(sizeLimit ?? DEFAULT_SCRATCH) });
    return sizeLimit === undefined
      ? ["changed", `It is spec.scratch. It had no bound; it has ${DEFAULT_SCRATCH} now: say what it needs.`]
      : ["understood", "It is spec.scratch."];
  }
  if (volume.secret !== undefined) {
    const secret = fieldsOf(volume.secret);
    const keys = itemsOf(secret.items).map((item) => String(fieldsOf(item).key));
    const name = String(secret.secretName);
    if (keys.length === 0) {
      return ["left", `All keys of ${name}, which are not known here: name them under spec.secrets.`];
    }
    lists.secrets.push({ name, keys });
    return ["changed", `Its files are under $SERVICE_BINDING_ROOT/${name} instead of ${path}.`];
  }
  if (volume.configMap === undefined) return ["left", "Fairlead mounts files, scratch, storage and secrets only."];
  const config = findConfigMap(adoptee, fieldsOf(volume.configMap).name);
  if (config === undefined) {
    return ["left", "The ConfigMap is not among the manifests: give it too, or write its files under spec.files."];
  }
  lists.files.push(...filesOf(config, mount));
  adoptee.ledger.say(config, "data", "understood", "It is spec.files.");
  return ["understood", "It is spec.files."];
}

function filesOf({ data }: KubernetesObject, { mountPath, subPath }: Fields) {
  const folder = String(mountPath).replace(/\/+$/, "");
  const entries = Object.entries(fieldsOf(data));
  const content = (value: unknown) => String(value);
  return subPath === undefined
    ? entries.map(([key, value]) => ({ path: `${folder}/${key}`, content: content(value) }))
    : entries.flatMap(([key, value]) => (key === subPath ? [{ path: folder, content: content(value) }] : []));
}

function findConfigMap({ all, workload }: Adoptee, name: unknown): KubernetesObject | undefined {
  const { namespace } = workload.object.metadata;
  return all.find(
    ({ kind, metadata }) => kind === "ConfigMap" && metadata.name === name && metadata.namespace === namespace,
  );
}
