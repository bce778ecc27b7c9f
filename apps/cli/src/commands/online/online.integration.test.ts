import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { buffer } from "node:stream/consumers";
import { type ApiWorld, startApiWorld } from "@fairlead/testing/api-world";
import { Command } from "commander";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { applyCommand } from "./apply.ts";
import { deployCommand } from "./deploy.ts";
import { statusCommand } from "./status.ts";
import { whoCommand } from "./who.ts";

const EXAMPLE = resolve(import.meta.dirname, "../../../../../examples/online-boutique");

let world: ApiWorld;
let home: string;
let stop: () => Promise<unknown>;

beforeAll(async () => {
  world = await startApiWorld();
  home = mkdtempSync(join(tmpdir(), "fairlead-cli-"));
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    const answer = await world.answer(
      new Request(`http://portal.test${request.url}`, {
        method: request.method ?? "GET",
        headers: new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
        ...(body.length === 0 ? {} : { body }),
      }),
    );
    response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { developer, platform, oncall } = world.people;
  const tokens = { developer: developer.token, platform: platform.token, oncall: oncall.token };
  writeFileSync(join(home, "credentials.json"), JSON.stringify({ url, tokens }), { mode: 0o600 });
  stop = () => new Promise((closed) => server.close(closed).closeAllConnections());
});
afterAll(async () => {
  await stop();
  await world.stop();
  rmSync(home, { recursive: true });
});

/** Runs a command in this process, with the sandbox's credentials. */
async function fairlead(...args: string[]) {
  const said = { out: "", err: "", code: 0 };
  const setup = {
    settings: () => ({ home }),
    now: () => new Date(),
    terminal: {
      out(line: string) {
        said.out += `${line}\n`;
      },
      err(line: string) {
        said.err += `${line}\n`;
      },
      exit(code: number) {
        said.code = code;
      },
    },
  };
  const program = new Command("fairlead");
  for (const command of [applyCommand, deployCommand, statusCommand, whoCommand]) program.addCommand(command(setup));
  await program.parseAsync(args, { from: "user" });
  return said;
}

function file(name: string, text: string): string {
  const path = join(home, name);
  writeFileSync(path, text);
  return path;
}

function service(name: string, spec: string): string {
  return `apiVersion: fairlead.dev/v1alpha1\nkind: Service\nmetadata:\n  name: ${name}\nspec:\n${spec}`;
}

describe("who", () => {
  test("prints the owner first, then how to reach them", async () => {
    const { out, code } = await fairlead("who", "frontend");
    expect(out.split("\n").slice(0, 2)).toEqual([
      "storefront-team (Storefront)",
      expect.stringContaining("https://chat.example.com/storefront"),
    ]);
    expect(code).toBe(0);
  });

  test("gives machines the answer as JSON", async () => {
    const { out } = await fairlead("who", "frontend", "--json", "--as", "oncall");
    expect(JSON.parse(out).answers[0].owner.team).toBe("storefront-team");
  });

  test("says what to try where nobody is known", async () => {
    expect(await fairlead("who", "nobody-knows-this")).toMatchObject({ out: "", code: 1 });
  });
});

describe("apply", () => {
  test("takes a folder, and says only what changed", async () => {
    expect(await fairlead("apply", EXAMPLE, "--as", "platform")).toMatchObject({ out: "19 unchanged\n", code: 0 });
  });

  test("refuses all where one document is wrong, with file, line and column", async () => {
    const path = file(
      "two.yaml",
      `${service("parcels", "  owner: shipping-team\n  managed: false\n")}---\n${service("Letters", "  owner: nobody\n  colour: red\n")}`,
    );
    const { err, code } = await fairlead("apply", path);
    expect(err).toContain(`${path}:12:3: metadata.name: is not a DNS name.`);
    expect(err).toContain(`${path}:15:3: spec.colour: is not a field that Fairlead knows.`);
    expect(code).toBe(1);
    expect(await fairlead("status", "parcels")).toMatchObject({ code: 1 });
  });

  test("says where in the files what the portal refuses", async () => {
    const path = file("owner.yaml", service("parcels", "  managed: false\n  owner: nobody\n"));
    const { err, code } = await fairlead("apply", path, "--as", "platform");
    expect(err).toContain(`${path}:7:3: spec.owner: there is no team named nobody.`);
    expect(code).toBe(1);
  });

  test("ends with 2 where a file cannot be read, and sends nothing", async () => {
    const path = file("broken.yaml", "a: [1\nb: }\n");
    const { err, code } = await fairlead("apply", path);
    expect(err).toContain(`${path}:2:`);
    expect(code).toBe(2);
    expect(await fairlead("apply", join(home, "nothing"))).toMatchObject({ code: 2 });
    const large = file("large.yaml", `a: ${"x".repeat(5_000_000)}`);
    expect(await fairlead("apply", large)).toMatchObject({
      code: 2,
      err: expect.stringContaining("larger than 1 MiB"),
    });
  });

  test("says who could where somebody may not, and which of the sandbox's people that is", async () => {
    const path = file(
      "team.yaml",
      "apiVersion: fairlead.dev/v1alpha1\nkind: Team\nmetadata: {name: new-team}\nspec: {}\n",
    );
    const { err, code } = await fairlead("apply", path);
    expect(err).toContain("takes a platform engineer");
    expect(err).toContain("--as platform");
    expect(code).toBe(1);
  });
});

describe("deploy and status", () => {
  test("say what goes where, and how it is", async () => {
    expect(await fairlead("deploy", "shippingservice", "-e", "dev")).toMatchObject({
      out: expect.stringContaining("Release 1 of shippingservice, v0.10.6, goes to dev on dev."),
      code: 0,
    });
    const { out } = await fairlead("status", "shippingservice");
    expect(out).toMatch(/dev +Missing +nothing → v0\.10\.6 .*on dev \(simulated\)/);
    expect(out).toMatch(/prod +Missing +never deployed/);
  });

  test("--wait follows until it ended, and ends with how it ended", async () => {
    const deploy = fairlead("deploy", "emailservice", "-e", "dev", "--as", "platform", "--wait");
    const finish = async () => {
      const { rowCount } = await world.database.pool.query(
        `UPDATE delivery SET state = 'failed', reason = 'Two pods cannot start.', ended_at = now()
         WHERE state = 'queued' AND release_id IN (SELECT r.id FROM release r JOIN entity e ON e.id = r.service_id WHERE e.name = 'emailservice')`,
      );
      if (rowCount === 0) setTimeout(() => void finish(), 50);
    };
    await finish();
    expect(await deploy).toMatchObject({ code: 1, err: expect.stringContaining("dev: Two pods cannot start.") });
  });

  test("--watch follows until it serves", async () => {
    await fairlead("deploy", "cartservice", "-e", "dev", "--as", "platform");
    const watched = fairlead("status", "cartservice", "-e", "dev", "--watch");
    const serving = `WITH cart AS (SELECT id FROM entity WHERE name = 'cartservice'),
      ended AS (UPDATE delivery SET state = 'succeeded', ended_at = now() WHERE release_id IN (SELECT id FROM release WHERE service_id IN (TABLE cart)))
      UPDATE destination SET health = 'Healthy', ready_replicas = 1, wanted_replicas = 1, observed_at = now(),
        serving_release_id = (SELECT id FROM release WHERE service_id = destination.service_id) WHERE service_id IN (TABLE cart)`;
    await world.database.pool.query(serving);
    const { out, code } = await watched;
    expect(out).toMatch(/dev +Healthy +v0\.10\.6 +1 of 1 ready +on dev, seen (just now|\d+ s ago)/);
    expect(code).toBe(0);
  });

  test("to where somebody may not is refused, with who could", async () => {
    const { err, code } = await fairlead("deploy", "frontend", "-e", "prod");
    expect(err).toContain("a maintainer of storefront-team");
    expect(code).toBe(1);
  });
});

test("nobody there ends with 3", async () => {
  const program = new Command("fairlead");
  const codes: number[] = [];
  const setup = {
    settings: () => ({ home: join(home, "nowhere") }),
    now: () => new Date(),
    terminal: { out: () => {}, err: () => {}, exit: (code: number) => void codes.push(code) },
  };
  await program.addCommand(whoCommand(setup)).parseAsync(["who", "x"], { from: "user" });
  expect(codes).toEqual([3]);
});
