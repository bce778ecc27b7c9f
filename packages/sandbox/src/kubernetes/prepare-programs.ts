// Has Kubernetes' programs ready before anything needs them: prints how far it is, line by line.
import { readSandboxEnv } from "@fairlead/env";
import { findBinaries } from "./binaries/find-binaries.ts";

const { kubeBin, cache } = readSandboxEnv();
let last = "";
await findBinaries({
  given: kubeBin,
  cache,
  onProgress: ({ percent, message }) => {
    const line = `${Math.floor(percent)} % ${message}`;
    if (line !== last) process.stdout.write(`${line}\n`);
    last = line;
  },
  signal: undefined,
});
