import { expect, test } from "vitest";
import { raiseVersion } from "./raise-version.ts";

test("the version is raised wherever it stands, in quotes or not, and nothing else", () => {
  expect(raiseVersion("metadata:\n  version: '1.0.0'\n  title: A\n", "1.1.0")).toBe(
    "metadata:\n  version: 1.1.0\n  title: A\n",
  );
  expect(raiseVersion("metadata: {name: a, version: 1.0.0, title: A}\n", "2.0.0")).toBe(
    "metadata: {name: a, version: 2.0.0, title: A}\n",
  );
  expect(raiseVersion("apiVersion: fairlead.dev/v1alpha1\n", "1.1.0")).toBe("apiVersion: fairlead.dev/v1alpha1\n");
});
