// Has kube-score ready before the tests that need it.
import { readSandboxEnv } from "@fairlead/env";
import { findKubeScore } from "./find-kube-score.ts";

const path = await findKubeScore(readSandboxEnv().cache);
process.stdout.write(
  path === undefined ? "Go was not found: manifests are not held against kube-score.\n" : `${path}\n`,
);
