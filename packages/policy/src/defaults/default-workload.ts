import { defaultPodSpec } from "./default-pod-spec.ts";
import { editMap, editPath, type Json, withDefaults } from "./json-edit.ts";

/** What the API server adds to an object, by `group/Kind`. */
export type DefaultsByKind = Readonly<Record<string, (object: Json) => Json>>;

export function withStatus(object: Json): Json {
  return withDefaults(object, { status: {} });
}

/** A part that is no pointer in the API server's types is there even where nobody wrote it. */
export function withSpec(object: Json): Json {
  return withDefaults(object, { spec: {} });
}

/** The pod template under a path, which exists. */
export function defaultTemplate(object: Json, path: readonly string[]): Json {
  return editPath(object, [...path, "template"], (template) =>
    editMap(withDefaults(template, { metadata: {} }), "spec", defaultPodSpec),
  );
}
