import { itemsOf } from "@fairlead/manifests";
import { containerPath, type Reader } from "./adopted.ts";

/** What the container runs. */
export const readCommand: Reader = (adoptee) => {
  const { workload, ledger } = adoptee;
  const [container = {}] = workload.containers;
  const part: ReturnType<Reader> = {};
  for (const field of ["command", "args"] as const) {
    const words = itemsOf(container[field]).map(String);
    if (words.length === 0) continue;
    part[field] = words;
    ledger.say(workload.object, `${containerPath(adoptee)}.${field}`, "understood", `It is spec.${field}.`);
  }
  return part;
};
