import { writeFileSync } from "node:fs";
import { writeYaml } from "@fairlead/yaml";
import { describe, expect, test } from "vitest";
import { goldenCases } from "../testing/golden-case.ts";
import { type RenderInput, render } from "./index.ts";

const UPDATE = process.env.GOLDEN === "update";

/** All that comes out, as a reviewer reads it: gaps and violations first. */
function rendered(input: RenderInput): string {
  const result = render(input);
  if (!result.ok) return writeYaml(result.error);
  const { guarded, objects, gaps } = result.value;
  const notes = gaps.map(({ what, because, remedy }) => `# Gap: ${what}: ${because}. ${remedy}\n`);
  return notes.join("") + writeYaml([...guarded, ...objects]);
}

describe("what is rendered is what a reviewer has seen (`npm run golden` accepts a change)", () => {
  test.each(goldenCases())("$name", ({ input, expected, expectedPath }) => {
    const actual = rendered(input);
    if (UPDATE) writeFileSync(expectedPath, actual);
    else expect(actual).toBe(expected);
  });
});
