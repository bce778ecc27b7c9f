import { ProcessRecord, readSupervisorState } from "@fairlead/sandbox/control";
import { CommandFailure } from "../client/command-failure.ts";
import { age } from "../output/age.ts";
import { table } from "../output/table.ts";
import type { SandboxSetup } from "./sandbox-setup.ts";

export async function status({ terminal, settings, now }: SandboxSetup, { json }: { json?: boolean }): Promise<void> {
  const { home } = settings();
  const state = readSupervisorState(home);
  if (state === undefined)
    throw new CommandFailure(3, "No sandbox is running.", ["Start it with `npm start`, or `npx fairlead sandbox up`."]);
  const processes = new ProcessRecord(home).running();
  const { url, since, simulated, clusters, pid } = state;
  if (json === true) return terminal.out(JSON.stringify({ url, since, pid, simulated, clusters, processes }));
  terminal.out(`${url ?? "The portal is starting"} (started ${age(since, now())}, process ${pid})`);
  terminal.out("");
  const rows = Object.entries(clusters).map(([name, { percent, message, ready }]) => [
    name,
    ready ? "ready" : percent === 0 ? "not there" : `${Math.round(percent)} %`,
    ready ? (simulated ? "simulated: pods run nothing" : "") : message,
  ]);
  for (const line of table([["CLUSTER", "STATE", ""], ...rows])) terminal.out(line);
  terminal.out("");
  for (const line of table([["PROCESS", "ID"], ...processes.map((one) => [one.name, String(one.pid)])]))
    terminal.out(line);
}
