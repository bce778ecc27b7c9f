import { imageVersion, type KubernetesObject, quantityValue } from "@fairlead/domain";
import { diffObjects, type ObjectChange } from "./diff-objects.ts";
import { type Facts, factsOf } from "./facts-of.ts";

const TEMPLATE_MARK = "metadata.annotations.fairlead.dev/template";

/** More than these are counted. */
const MOST_ALERTS = 3;

/** What a change means, most important first, a phrase each. Empty where nothing differs. */
export function changesInWords(before: readonly KubernetesObject[], after: readonly KubernetesObject[]): string[] {
  const changes = diffObjects(before, after);
  if (changes.length === 0) return [];
  if (before.length === 0) return ["everything is new"];
  if (after.length === 0) return ["everything goes away"];
  const [old, now] = [factsOf(before), factsOf(after)];
  const words = [
    ...image(old, now),
    ...replicas(old, now),
    ...oneValue("scaling at a CPU use of", percent(old.scalesAt), percent(now.scalesAt)),
    ...oneValue("memory", old.memory, now.memory),
    ...oneValue("CPU", old.cpu, now.cpu),
    ...oneValue("user", old.user, now.user),
    ...oneValue("schedule", old.schedule, now.schedule),
    ...oneValue("command", old.command, now.command),
    ...volumes(old, now),
    ...names("port", old.ports, now.ports),
    ...names("way out to", old.waysOut, now.waysOut),
    ...names("way in for", old.waysIn, now.waysIn),
    ...names("host", old.hosts, now.hosts),
    ...map("variable", old.variables, now.variables),
    ...map("", old.checks, now.checks),
    ...alerts(old, now),
    ...oneValue("owner", old.owner, now.owner),
  ];
  return [...words, ...(words.length === 0 ? [details(changes)] : []), whatRestarts(changes)];
}

/** What has no words of its own is counted; that each object names its template is no more than the upgrade itself. */
function details(changes: readonly ObjectChange[]): string {
  const others = changes.filter(
    ({ change, leaves }) => change !== "changed" || leaves.some(({ path }) => path !== TEMPLATE_MARK),
  );
  return others.length === 0
    ? "nothing but the version of its template"
    : `details of ${plural(others.length, "object")}`;
}

function image(old: Facts, now: Facts): string[] {
  if (old.image === undefined || now.image === undefined || old.image === now.image) return [];
  const [from, to] = [imageVersion(old.image), imageVersion(now.image)];
  return from === to ? [`image ${old.image} → ${now.image}`] : [`image ${from} → ${to}`];
}

function whatRestarts(changes: readonly ObjectChange[]): string {
  const pods = changes.filter(({ leaves }) =>
    leaves.some(({ path }) => /^spec\.(jobTemplate\.spec\.)?template\./.test(path)),
  );
  if (pods.length === 0) return "nothing restarts";
  if (pods.some(({ kind }) => kind === "Job")) return "it runs once more";
  return pods.some(({ kind }) => kind !== "CronJob")
    ? "its pods are replaced, one after the other"
    : "the next run is of the new version";
}

/** `volume data grows from 10Gi to 20Gi`, `a new volume logs of 5Gi`. */
function volumes({ volumes: old }: Facts, { volumes: now }: Facts): string[] {
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((name) => {
    const [from, to] = [old[name], now[name]];
    if (from === to) return [];
    if (from === undefined) return [`a new volume ${name} of ${to}`];
    if (to === undefined) return [`no volume ${name} any more`];
    const isLarger = (quantityValue(to) ?? 0) > (quantityValue(from) ?? 0);
    return [isLarger ? `volume ${name} grows from ${from} to ${to}` : `volume ${name} ${from} → ${to}`];
  });
}

function replicas({ replicas: old }: Facts, { replicas: now }: Facts): string[] {
  if (old === undefined || now === undefined || (old.min === now.min && old.max === now.max)) return [];
  if (old.min === old.max && now.min === now.max) {
    const difference = now.min - old.min;
    const words = `${plural(Math.abs(difference), `${difference > 0 ? "more" : "fewer"} replica`)}`;
    return [`${words} (${old.min} → ${now.min})`];
  }
  return [`${range(now)} replicas instead of ${range(old)}`];
}

function range({ min, max }: { min: number; max: number }): string {
  return min === max ? String(min) : `${min} to ${max}`;
}

function percent(value: string | undefined): string | undefined {
  return value === undefined ? undefined : `${value} %`;
}

function oneValue(what: string, old: string | undefined, now: string | undefined): string[] {
  return old === now || old === undefined || now === undefined ? [] : [`${what} ${old} → ${now}`];
}

/** `one new way out to payment:50051`, `two ports fewer: 9090, 9091`. */
function names(what: string, old: readonly string[], now: readonly string[]): string[] {
  const added = [...new Set(now)].filter((name) => !old.includes(name));
  const gone = [...new Set(old)].filter((name) => !now.includes(name));
  return [...added.map((name) => `one new ${what} ${name}`), ...gone.map((name) => `no ${what} ${name} any more`)];
}

function map(what: string, old: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): string[] {
  const label = (name: string) => `${what} ${name}`.trim();
  const all = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return all.flatMap((name) => {
    if (old[name] === now[name]) return [];
    if (old[name] === undefined) return [`${label(name)} added`];
    return now[name] === undefined ? [`${label(name)} taken away`] : [`${label(name)} changed`];
  });
}

/** Which alerts come and go; where that says nothing, how many of them may wake somebody. */
function alerts(old: Facts, now: Facts): string[] {
  const words = names("alert", old.alerts, now.alerts);
  const named = words.length > MOST_ALERTS ? [`${words.length} alerts added or taken away`] : words;
  const waking = ({ waking: some }: Facts) => String(new Set(some).size);
  return named.length > 0 ? named : oneValue("alerts that wake somebody", waking(old), waking(now));
}

function plural(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
