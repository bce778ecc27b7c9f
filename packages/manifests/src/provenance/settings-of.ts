import { type FormField, type TemplateDocument, traitsSchema } from "@fairlead/domain";
import { editAt, type Path } from "../json/edit.ts";
import { fieldsOf, isFields } from "../json/fields.ts";
import type { RenderInput } from "../render/render-input.ts";
import type { Origin, Setting } from "./setting.ts";

/** Everything that a rendering depends on, one setting each. */
export function settingsOf(input: RenderInput): Setting[] {
  return [
    ...answers(input),
    ...exceptionSettings(input),
    ...templateSettings(input),
    ...environmentSettings(input),
    ...profileSettings(input),
    ...catalogSettings(input),
    ...fieldsIn(input.destination).flatMap((field) =>
      under(
        { input, by: "place", reason: () => "Where this is delivered to.", edits: another },
        ["destination", field],
        field,
      ),
    ),
  ];
}

/** What an exception in force sets instead of the baseline. One from a policy sets nothing. */
function exceptionSettings(input: RenderInput): Setting[] {
  return input.exceptions.flatMap(({ number, subject, reason, until, approvedBy }, index): Setting[] => {
    if (subject.kind === "policy") return [];
    const why = `Exception ${number}, until ${until.slice(0, 10)}, approved by ${approvedBy}: ${reason}`;
    const [setting] = single(
      { input, by: "exception", reason: () => why, edits: [nothing] },
      ["exceptions", index],
      `exceptions.${number}.${subject.setting}`,
    );
    return setting === undefined ? [] : [{ ...setting, value: subject.value }];
  });
}

/** What is no answer to a question of how it runs, or stands elsewhere in the input. */
const OWN = new Set(["environments", "image", "managed", "template", "owner"]);

function answers(input: RenderInput): Setting[] {
  const { service, environment, template } = input;
  const reason = answerReason(template);
  const fixed = { input, by: "answer", reason, edits: another } as const;
  // Whatever an answer becomes is checked again when it is resolved: what does not fit is not rendered.
  const free = { ...fixed, edits: [nothing, ...another] } as const;
  const place = environment.metadata.name;
  return [
    ...under(fixed, ["image"], "spec.image"),
    ...under(fixed, ["service", "metadata", "name"], "metadata.name"),
    ...fieldsIn(service.spec)
      .filter((field) => !OWN.has(field))
      .flatMap((field) => under(free, ["service", "spec", field], `spec.${field}`)),
    ...fieldsIn(service.spec.environments?.[place] ?? {}).flatMap((field) =>
      under(free, ["service", "spec", "environments", place, field], `spec.environments.${place}.${field}`),
    ),
  ];
}

function templateSettings(input: RenderInput): Setting[] {
  const { template } = input;
  const { form, patches = [], extras = [] } = template.spec;
  const name = `${template.metadata.name}@${template.metadata.version}`;
  const reason = (path: string) => {
    const help = questionFor(template, path.replace(/^(defaults|form)\./, ""))?.help;
    return help === undefined ? `The template ${name} decides it.` : `The template ${name} decides it. ${help}`;
  };
  const fixed = { input, by: "template", reason, edits: another } as const;
  const free = { ...fixed, edits: [nothing, ...another] } as const;
  const whole = { ...fixed, edits: [nothing] } as const;
  return [
    ...(["name", "version"] as const).flatMap((field) =>
      under(fixed, ["template", "metadata", field], `metadata.${field}`),
    ),
    ...under(free, ["template", "spec", "defaults", "spec"], "defaults.spec"),
    ...form.flatMap(({ fields }, section) =>
      fields.flatMap(({ path }, index) =>
        under(free, ["template", "spec", "form", section, "fields", index, "default"], `form.${path}`),
      ),
    ),
    ...under(fixed, ["template", "spec", "sizes"], "sizes"),
    ...under(free, ["template", "spec", "traits"], "traits").map(keepingTraitsWhole),
    ...patches.flatMap((_, index) => single(whole, ["template", "spec", "patches", index], `patches.${index}`)),
    ...extras.flatMap((_, index) => single(whole, ["template", "spec", "extras", index], `extras.${index}`)),
  ];
}

/** What a trait needs cannot be taken away alone: only what is still an opinion on traits counts as another one. */
function keepingTraitsWhole(setting: Setting): Setting {
  const isWhole = (input: RenderInput) => traitsSchema.optional().safeParse(input.template.spec.traits).success;
  return { ...setting, without: setting.without.filter((without) => isWhole(without())) };
}

function environmentSettings(input: RenderInput): Setting[] {
  const { metadata } = input.environment;
  const reason = () => `A rule of ${metadata.name}, for every service there.`;
  const rule = { input, by: "environment", reason, edits: [nothing] } as const;
  const named = { ...rule, reason: () => `It runs in ${metadata.name}.`, edits: another } as const;
  return [
    ...under(named, ["environment", "metadata", "name"], "metadata.name"),
    ...(["production", "requireDigest", "minReplicas"] as const).flatMap((field) =>
      under(rule, ["environment", "spec", field], `spec.${field}`),
    ),
  ];
}

function profileSettings(input: RenderInput): Setting[] {
  const reason = () => `What the cluster ${input.destination.cluster} offers.`;
  const { profile } = input;
  return fieldsIn(profile).flatMap((field) => {
    const value: unknown = Reflect.get(profile, field);
    const at = ["profile", field];
    // One of a few words: another would be none.
    if (field === "cloud") return single({ input, by: "profile", reason, edits: [nothing] }, at, field);
    if (typeof value === "string" || typeof value === "boolean") {
      return single({ input, by: "profile", reason, edits: another }, at, field);
    }
    // What a cluster has is a list, of which nothing may be left, or may be absent as a whole.
    const items = Array.isArray(value) ? value : [];
    return [
      ...single({ input, by: "profile", reason, edits: [Array.isArray(value) ? () => [] : nothing] }, at, field),
      ...items.flatMap((item, index) => {
        const path = `${field}.${nameOf(item, index)}`;
        const inner = isFields(item) ? fieldsIn(item) : [];
        return [
          ...single({ input, by: "profile", reason, edits: [nothing] }, [...at, index], path),
          ...inner.flatMap((name) =>
            under({ input, by: "profile", reason, edits: another }, [...at, index, name], `${path}.${name}`),
          ),
        ];
      }),
      ...(isFields(value)
        ? fieldsIn(value).flatMap((inner) =>
            under({ input, by: "profile", reason, edits: another }, [...at, inner], `${field}.${inner}`),
          )
        : []),
    ];
  });
}

function catalogSettings(input: RenderInput): Setting[] {
  const reason = () => "As the catalog knows it now; it changes without a deploy.";
  const changed = { input, by: "catalog", reason, edits: another } as const;
  const gone = { ...changed, edits: [nothing] } as const;
  const { groups, services, resources } = input.refs;
  return [
    ...(["team", "tier", "contact"] as const).flatMap((field) => single(changed, ["refs", field], field)),
    ...groups.flatMap(({ name }, index) => single(gone, ["refs", "groups", index], `groups.${name}`)),
    ...fieldsIn(services).flatMap((name) => [
      ...single(gone, ["refs", "services", name], `services.${name}`),
      ...single(changed, ["refs", "services", name, "namespace"], `services.${name}.namespace`),
    ]),
    ...fieldsIn(resources).flatMap((name) => [
      ...single(gone, ["refs", "resources", name], `resources.${name}`),
      ...under(changed, ["refs", "resources", name], `resources.${name}`),
    ]),
  ];
}

function nameOf(item: unknown, index: number): string {
  return typeof item === "string" ? item : String(fieldsOf(item).name ?? index);
}

function answerReason(template: TemplateDocument): (path: string) => string {
  return (path) => {
    const question = questionFor(template, path.replace(/^spec\.environments\.[^.]+/, "spec"));
    if (question === undefined) return `Declared as ${path}.`;
    const { label = question.path, help } = question;
    return help === undefined ? `The answer to “${label}”.` : `The answer to “${label}”. ${help}`;
  };
}

/** The question that asks for a field, or for the group that it stands in. */
function questionFor(template: TemplateDocument, path: string): FormField | undefined {
  const asked = template.spec.form.flatMap(({ fields }) => fields);
  return asked.find((field) => path === field.path || path.startsWith(`${field.path}.`));
}

/** What settings of one origin have in common. */
interface Kind {
  input: RenderInput;
  by: Origin;
  reason: (path: string) => string;
  /** What to try in its stead; `undefined` takes it away. */
  edits: readonly ((value: unknown) => unknown)[];
}

function single({ input, by, reason, edits }: Kind, at: Path, path: string): Setting[] {
  const value = at.reduce<unknown>((inner, name) => (isGroup(inner) ? Reflect.get(inner, name) : undefined), input);
  if (value === undefined) return [];
  const without = edits.map((edit) => () => editAt(input, at, edit) as RenderInput);
  return [{ by, path, value, reason: reason(path), without }];
}

/** A setting for what stands at a path, and for everything in it. */
function under(kind: Kind, at: Path, path: string): Setting[] {
  const [setting] = single(kind, at, path);
  if (setting === undefined) return [];
  if (/\.ports\.\d+\.name$/.test(path) && typeof setting.value === "string") {
    return [portRenamed(kind, setting.value, path)];
  }
  const { value } = setting;
  const inner = Array.isArray(value) ? value.map((_, index) => index) : isFields(value) ? fieldsIn(value) : [];
  const named = Array.isArray(value) && !value.some(isFields) ? [] : inner;
  return [setting, ...named.flatMap((name) => under(kind, [...at, name], `${path}.${name}`))];
}

/** A port by another name, wherever it is named: a declaration with a port that nobody finds is not rendered. */
function portRenamed({ input, by, reason }: Kind, port: string, path: string): Setting {
  const rename = (value: unknown, field = ""): unknown => {
    if (Array.isArray(value)) return value.map((item) => rename(item));
    if (!isFields(value)) return value === port && /^(name|port)$/.test(field) ? `${port}x` : value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, rename(inner, name)]));
  };
  const without = () =>
    editAt(editAt(input, ["service", "spec"], rename), ["template", "spec", "defaults"], rename) as RenderInput;
  return { by, path, value: port, reason: reason(path), without: [without] };
}

function nothing(): undefined {
  return undefined;
}

/** Other values of the same kind, for what has no default: the first that is accepted will do. */
const another = [changed("x", ""), changed("", "x")] as const;

function changed(before: string, after: string): (value: unknown) => unknown {
  return function change(value: unknown): unknown {
    if (typeof value === "number") return value + 1;
    if (typeof value === "boolean") return !value;
    // `1` before a quantity, a duration or a version keeps it one; a name or a host stays one with a letter more.
    if (typeof value === "string") return /^\d/.test(value) ? `1${value}` : before + value + after;
    return Array.isArray(value) && !value.some(isFields) ? value.map(change) : value;
  };
}

function isGroup(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function fieldsIn(value: object): string[] {
  return Object.keys(value);
}
