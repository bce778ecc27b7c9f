import { endSandbox } from "@fairlead/sandbox/control";
import type { SandboxSetup } from "./sandbox-setup.ts";

export async function down({ terminal, settings }: SandboxSetup): Promise<void> {
  const ended = await endSandbox(settings().home);
  terminal.err(ended ? "The sandbox has ended. Its state stays for the next time." : "No sandbox was running.");
}
