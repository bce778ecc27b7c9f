import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { freePort } from "./free-port.ts";

const portsSchema = z.record(z.string(), z.int().positive());

/** The port that something had the last time, if it is still free: others keep its address. */
export async function rememberedPort(home: string, name: string): Promise<number> {
  const file = join(home, "ports.json");
  const ports = readPorts(file);
  const before = ports[name];
  const port = before !== undefined && (await freePort(before)) === before ? before : await freePort();
  writeFileSync(file, JSON.stringify({ ...readPorts(file), [name]: port }, null, 2), { mode: 0o600 });
  return port;
}

function readPorts(file: string): Record<string, number> {
  try {
    return portsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    // Nothing was remembered yet.
    return {};
  }
}
