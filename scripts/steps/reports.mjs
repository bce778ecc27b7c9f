import { readFileSync } from "node:fs";

/** A runner that left no report, or that failed without naming a test, counts as one failure. */
function counted(file, code, read) {
  try {
    const { passed, failed, skipped } = read(JSON.parse(readFileSync(file, "utf8")));
    return { passed, skipped, failed: failed === 0 && code !== 0 ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

export function countChecks(file, code) {
  return counted(file, code, ({ passed, failed }) => ({ passed, failed, skipped: 0 }));
}

/** vitest writes Jest's format. A file that could not be loaded has no tests in it and is a failure of its own. */
export function countVitest(file, code) {
  return counted(file, code, ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) => {
    const unloaded = testResults.filter(
      ({ status, assertionResults }) =>
        status === "failed" && !assertionResults.some((test) => test.status === "failed"),
    ).length;
    return {
      passed: numPassedTests,
      failed: numFailedTests + unloaded,
      skipped: numPendingTests + (numTodoTests ?? 0),
    };
  });
}

export function countPlaywright(file, code) {
  return counted(file, code, ({ stats, errors }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  }));
}
