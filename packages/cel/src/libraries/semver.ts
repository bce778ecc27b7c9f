import { type CelLibrary, evaluationError, SYNC } from "./library.ts";
import { compareSemver, parseSemver, Semver } from "./semver-value.ts";

const TYPE = "kubernetes.Semver";

/** https://pkg.go.dev/k8s.io/apiserver/pkg/cel/library#SemverLib */
export const semver: CelLibrary = {
  name: "semver",
  sinceMinor: 33,
  register(environment) {
    environment
      .registerType(TYPE, Semver)
      .registerOperator(`${TYPE} == ${TYPE}`, (a: Semver, b: Semver) => compareSemver(a, b) === 0)
      .registerFunction(`semver(string): ${TYPE}`, (text: string) => read(text, false), SYNC)
      .registerFunction(`semver(string, bool): ${TYPE}`, read, SYNC)
      .registerFunction("isSemver(string): bool", (text: string) => parseSemver(text, false) !== undefined, SYNC)
      .registerFunction(
        "isSemver(string, bool): bool",
        (text: string, loose: boolean) => parseSemver(text, loose) !== undefined,
        SYNC,
      )
      .registerFunction(`${TYPE}.major(): int`, ({ numbers }: Semver) => numbers[0], SYNC)
      .registerFunction(`${TYPE}.minor(): int`, ({ numbers }: Semver) => numbers[1], SYNC)
      .registerFunction(`${TYPE}.patch(): int`, ({ numbers }: Semver) => numbers[2], SYNC)
      .registerFunction(`${TYPE}.compareTo(${TYPE}): int`, (a: Semver, b: Semver) => BigInt(compareSemver(a, b)), SYNC)
      .registerFunction(`${TYPE}.isLessThan(${TYPE}): bool`, (a: Semver, b: Semver) => compareSemver(a, b) < 0, SYNC)
      .registerFunction(
        `${TYPE}.isGreaterThan(${TYPE}): bool`,
        (a: Semver, b: Semver) => compareSemver(a, b) > 0,
        SYNC,
      );
  },
};

function read(text: string, loose: boolean): Semver {
  const version = parseSemver(text, loose);
  if (version === undefined) throw evaluationError(`Invalid Semver: ${text.slice(0, 100)}`);
  return version;
}
