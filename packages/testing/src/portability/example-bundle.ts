import { offlineCatalog, offlineInput } from "@fairlead/application";
import { resolveSpec, type ServiceDocument } from "@fairlead/domain";
import { loadLibrary } from "@fairlead/library";
import { type RenderInput, render } from "@fairlead/manifests";
import type { EjectedService } from "@fairlead/portability";
import { readExample } from "../examples/read-example.ts";

const library = loadLibrary();

/** A rendering's input as it is taken away. */
export function ejectedFrom(input: RenderInput): EjectedService {
  const { service, template, environment } = input;
  const { name, title = name } = service.metadata;
  const resolved = resolveSpec(service, template, environment.metadata.name);
  const rendered = render(input);
  if (!resolved.ok || !rendered.ok) throw new Error(`${name} cannot be rendered.`);
  const { guarded, objects } = rendered.value;
  return { name, title, spec: resolved.value, objects: [...guarded, ...objects] };
}

/** The example shop as it is taken away. */
export function exampleBundle(environment: string, profile: "full" | "minimal"): EjectedService[] {
  const { documents } = readExample("online-boutique");
  const catalog = offlineCatalog(documents, library);
  const place = catalog.environments.find(({ metadata }) => metadata.name === environment);
  if (place === undefined) throw new Error(`There is no environment ${environment}.`);
  const runsHere = (document: unknown): document is ServiceDocument => {
    const { kind, spec } = Object(document);
    return kind === "Service" && Object.hasOwn(spec.environments ?? {}, environment);
  };
  return documents.filter(runsHere).map((service) => {
    const input = offlineInput(service, { catalog, environment: place, profile: library.profiles[profile] });
    if (typeof input === "string") throw new Error(`${service.metadata.name}: ${input}`);
    return ejectedFrom(input);
  });
}
