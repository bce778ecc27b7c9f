import { editMap, editPath, type Json, withDefaults } from "./json-edit.ts";
import { quantitiesAsText } from "./quantities-as-text.ts";

/** A claim of a volume, and the templates of claims that StatefulSets and pods hold. */
export function defaultClaim(claim: Json): Json {
  return editMap(withDefaults(claim, { spec: {} }), "spec", (spec) =>
    editPath(
      withDefaults(spec, { volumeMode: "Filesystem", resources: {} }),
      ["resources", "requests"],
      quantitiesAsText,
    ),
  );
}
