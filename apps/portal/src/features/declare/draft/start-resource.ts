import { API_VERSION } from "./api-version.ts";
import { type Group, readAt, writeAt } from "./path.ts";

/** Of a service that turned out not to be one, what is as true of a resource. */
const KEPT = [
  "metadata.name",
  "metadata.title",
  "metadata.description",
  "metadata.links",
  "spec.owner",
  "spec.system",
  "spec.tier",
];

/** A resource in which the answers that were given to the form of a service are kept. */
export function startResource(service: Group): Group {
  return KEPT.reduce<Group>(
    (draft, path) => {
      const value = readAt(service, path);
      return value === undefined ? draft : writeAt(draft, path, value);
    },
    { apiVersion: API_VERSION, kind: "Resource", metadata: {}, spec: {} },
  );
}
