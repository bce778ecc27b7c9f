import type { Trait } from "./trait.ts";

/** Writable places are empty directories of a limited size; everything else is read-only. */
export const scratch: Trait = ({ spec: { scratch: places = [] } }) => ({
  pod: {
    volumes: places.map(({ size }, index) => ({ name: `scratch-${index}`, emptyDir: { sizeLimit: size } })),
    mounts: places.map(({ path }, index) => ({ name: `scratch-${index}`, mountPath: path })),
  },
});
