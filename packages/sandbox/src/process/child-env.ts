import { machineEnv } from "@fairlead/env";

/** What a child sees of the environment: where programs are, and what it is told. Nothing leaks by accident. */
export function childEnv(told: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  return { NODE_ENV: "production", PATH: machineEnv().PATH ?? "", ...told };
}
