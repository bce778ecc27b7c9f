import * as z from "zod";

/** A container image as people write it, taken apart. */
export interface ImageReference {
  /** With registry and path, without tag and digest. */
  repository: string;
  tag?: string;
  /** `sha256:` and 64 hexadecimal digits. */
  digest?: string;
}

// Registry, path, tag and digest as in the distribution project's reference grammar.
const PATTERN =
  /^((?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?\/)?[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*)(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?$/;

export function parseImageReference(image: string): ImageReference | undefined {
  if (image.length > 512) return undefined;
  const match = PATTERN.exec(image);
  if (match?.[1] === undefined) return undefined;
  return {
    repository: match[1],
    ...(match[2] === undefined ? {} : { tag: match[2] }),
    ...(match[3] === undefined ? {} : { digest: match[3] }),
  };
}

/** What people call a version: the tag, else the short digest, else `latest`. */
export function imageVersion(image: string): string {
  const reference = parseImageReference(image);
  return reference?.tag ?? reference?.digest?.slice("sha256:".length, "sha256:".length + 12) ?? "latest";
}

export const imageReference = z
  .string()
  .refine(
    (value) => parseImageReference(value) !== undefined,
    "is not an image||Write it like registry.example.com/shop/checkout:v1.9.2, with @sha256:… where you have the digest.",
  );
