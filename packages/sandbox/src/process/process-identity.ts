import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { childEnv } from "./child-env.ts";

/**
 * By what a process is recognised later: an id is given again, an id with its start is not. `undefined` where no such
 * process runs. From /proc where there is one (clocks that are set do not change it), else from `ps`.
 */
export function processIdentity(pid: number): string | undefined {
  return process.platform === "linux" ? fromProc(pid) : fromPs(pid);
}

function fromProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name stands in parentheses and may hold anything; what follows is the state, and 19 fields on the start.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state, started] = [fields[0], fields[19]];
    if (state === "Z" || state === "X" || started === undefined) return undefined;
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${started}`;
  } catch {
    return undefined;
  }
}

function fromPs(pid: number): string | undefined {
  try {
    const options = { encoding: "utf8", env: childEnv({ LC_ALL: "C" }) } as const;
    const text = execFileSync("ps", ["-o", "state=,lstart=", "-p", String(pid)], options).trim();
    return text === "" || text.startsWith("Z") ? undefined : text.replace(/^\S+\s+/, "");
  } catch {
    return undefined;
  }
}
