import type { ReleaseView } from "@fairlead/application";
import { imageVersion } from "@fairlead/domain";
import type * as z from "zod";
import type { releaseSchema } from "./release-dto.ts";

/** A release as people speak of it. */
export function presentRelease(view: ReleaseView): z.input<typeof releaseSchema> {
  const { digestReason, at, ...release } = view;
  return {
    ...release,
    version: imageVersion(release.image),
    ...(digestReason === "" ? {} : { digestReason }),
    at: at.toISOString(),
  };
}
