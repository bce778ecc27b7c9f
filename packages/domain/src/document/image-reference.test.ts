import { expect, test } from "vitest";
import { imageVersion, parseImageReference } from "./image-reference.ts";

const DIGEST = `sha256:${"0123456789abcdef".repeat(4)}`;

test("takes an image apart", () => {
  expect(parseImageReference(`registry.example.com:5000/shop/checkout:v1.9.2@${DIGEST}`)).toEqual({
    repository: "registry.example.com:5000/shop/checkout",
    tag: "v1.9.2",
    digest: DIGEST,
  });
  expect(parseImageReference("nginx")).toEqual({ repository: "nginx" });
  expect(parseImageReference("localhost:5000/a")).toEqual({ repository: "localhost:5000/a" });
});

test.each([
  "",
  "Shop/checkout",
  "a b",
  "a:",
  "a@sha256:12",
  "https://a/b",
  "a//b",
  "a:b:c",
  `a@${DIGEST}0`,
  "a".repeat(600),
])("%j is no image", (image) => expect(parseImageReference(image)).toBeUndefined());

test("a version is the tag, else the short digest, else latest", () => {
  expect(imageVersion(`a:v1@${DIGEST}`)).toBe("v1");
  expect(imageVersion(`a@${DIGEST}`)).toBe("0123456789ab");
  expect(imageVersion("a")).toBe("latest");
});

test("takes a hostile text in little time", () => {
  const started = performance.now();
  for (const part of ["a-", "a.", "a/", "a__"]) parseImageReference(part.repeat(250));
  expect(performance.now() - started).toBeLessThan(200);
});
