import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readYaml } from "./read-yaml.ts";
import { writeYaml } from "./write-yaml.ts";

const ARBITRARY_JSON = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((x) => !Number.isInteger(x) || Number.isSafeInteger(x)),
    fc.string({ unit: "grapheme" }),
    fc.stringMatching(/^[-+0-9._:eExXoOnNyY~ #'"\n\t]{0,12}$/),
    fc.array(tie("value"), { maxLength: 5 }),
    fc.dictionary(
      fc.string().filter((key) => key !== "__proto__"),
      tie("value"),
      { maxKeys: 5, noNullPrototype: true },
    ),
  ),
})).value;

const document = fc.dictionary(fc.stringMatching(/^[a-zA-Z0-9./-]{1,12}$/), ARBITRARY_JSON, { noNullPrototype: true });

describe("writeYaml", () => {
  test("what is read back is what was written", () => {
    fc.assert(
      fc.property(document, (value) => {
        const { documents, problems } = readYaml(writeYaml(value), { escapedControls: true });
        expect(problems).toEqual([]);
        expect(documents.map((read) => read.value)).toEqual([value]);
      }),
      { numRuns: 500 },
    );
  });

  test("several documents are read back as several", () => {
    fc.assert(
      fc.property(fc.array(document, { minLength: 1, maxLength: 4 }), (values) => {
        const { documents } = readYaml(writeYaml(values), { escapedControls: true });
        expect(documents.map((read) => read.value)).toEqual(values);
      }),
      { numRuns: 100 },
    );
  });

  test("the order of keys leaves no trace", () => {
    expect(writeYaml({ b: 1, a: { d: 1, B: 2 }, "10": 1, "9": 2 })).toBe("'10': 1\n'9': 2\na:\n  B: 2\n  d: 1\nb: 1\n");
  });

  const treacherous =
    "1.10 yes no on off y n Y N null ~ true 0x1 0X1F 1_000 1__0 12:30 12:30:45 010 0o10 0b1 1e3 1E400 .5 5. +1 -0 " +
    "8080:80 2026-01-01 2026-1-1 .inf .NaN = << 1.2.3 1e 0o8 - --- ...";
  const further = ["", " ", "- a", "a: b", "a #b", "a\nb\n", "\ta", " a\n b", " a\n "];

  test.each([...treacherous.split(" "), ...further])(
    "the text %j is text to a reader of YAML 1.1 and of 1.2",
    (text) => {
      const written = writeYaml({ value: text });
      expect(parse(written, { version: "1.1" })).toEqual({ value: text });
      expect(parse(written, { version: "1.2" })).toEqual({ value: text });
    },
  );

  test("any text is text to both readers", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[-+0-9._:eExXoObBnNyYTZ~]{0,8}$/), (text) => {
        const written = writeYaml({ [`k${text}`]: text });
        expect(parse(written, { version: "1.1" })).toEqual({ [`k${text}`]: text });
        expect(parse(written, { version: "1.2" })).toEqual({ [`k${text}`]: text });
      }),
      { numRuns: 2000 },
    );
  });

  test("keys that look like numbers and words are quoted", () => {
    expect(writeYaml({ on: 1, y: 2, "8080": 3 })).toBe("'8080': 3\n'on': 1\n'y': 2\n");
  });

  test("long lines are not broken, repeated objects are written out, undefined is left out", () => {
    const shared = { a: "x ".repeat(200).trim() };
    expect(writeYaml({ one: shared, two: shared, three: undefined })).toBe(
      `one:\n  a: ${shared.a}\ntwo:\n  a: ${shared.a}\n`,
    );
  });

  test("documents are joined by ---", () => {
    expect(writeYaml([{ a: 1 }, { b: [] }])).toBe("a: 1\n---\nb: []\n");
  });
});
