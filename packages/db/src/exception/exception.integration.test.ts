import {
  actorOf,
  createRelease,
  decideException,
  endException,
  getException,
  listExceptions,
  previewService,
  requestException,
  serviceExceptions,
} from "@fairlead/application";
import type { Actor, ExceptionSubject } from "@fairlead/domain";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serviceDocument, startWorld, type World } from "../../testing/start-world.ts";
import { accountStore } from "../access/account-store.ts";

const DAY_MS = 86_400_000;
const SERVICE = "shippingservice";

let world: World;
let dana: Actor;
let pat: Actor;
let omar: Actor;
/** The clock as data: tests move it. */
let now = new Date("2026-05-01T09:00:00Z");
const deps = () => ({ ...world.deps, now: () => now });
const inDays = (days: number) => new Date(now.getTime() + days * DAY_MS);

async function person(subject: string, more: Partial<Actor>): Promise<Actor> {
  const identity = { issuer: "https://id.example.com", subject, name: subject, groups: [] };
  const { personId } = await accountStore(world.database).savePerson(identity);
  return { ...actorOf({ ...identity, personId, memberships: [] }, [], "session"), ...more };
}

beforeAll(async () => {
  world = await startWorld();
  dana = await person("Dana", { memberships: [{ team: "shipping-team", role: "developer" }] });
  omar = await person("Omar", { memberships: [{ team: "storefront-team", role: "maintainer" }] });
  pat = await person("Pat", { platformEngineer: true });
});
afterAll(() => world.stop());

const policy = (id: string): ExceptionSubject => ({ kind: "policy", policy: id });
const ask = (change: Partial<Parameters<typeof requestException>[2]> = {}, actor = dana) =>
  requestException(deps(), actor, {
    service: SERVICE,
    environments: ["dev"],
    subject: policy("contact-annotations"),
    reason: "The vendor's image needs it.",
    control: "The team looks at it every day.",
    until: inDays(14),
    ...change,
  });
const decide = async (number: number, decision: "approved" | "refused", actor = pat) =>
  decideException(deps(), actor, { number, decision, reason: "" });
const violations = async (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: { details?: { violations?: { path: string; reason: string }[] } }) =>
      (error.details?.violations ?? []).map(({ path, reason }) => `${path} ${reason}`),
  );

describe("a request", () => {
  test("is refused with everything that is wrong with it", async () => {
    const all = ask({ environments: ["dev", "mars"], subject: policy("run-as-non-root"), until: inDays(31) });
    expect(await violations(all)).toEqual([
      "environments there is no environment mars",
      "subject Pod Security restricted holds it in every namespace, which no exception lifts.",
      "until is too far off: one of high severity lasts 30 days at most",
    ]);
    expect(await violations(ask({ subject: policy("no-such-policy") }))).toEqual(["subject there is no such policy"]);
    expect(await violations(ask({ until: now }))).toEqual(["until has passed already"]);
  });

  test("is the owner team's to make", async () => {
    await expect(ask({}, omar)).rejects.toMatchObject({ code: "forbidden", details: { whoCould: expect.anything() } });
  });

  test("holds nothing before another person approves it, and is not made twice", async () => {
    const { number } = await ask();
    await expect(ask()).rejects.toThrow(`Exception ${number} asks for the same and waits for a decision already.`);
    const details = await getException(deps(), dana, number);
    expect(details).toMatchObject({
      state: "requested",
      team: "shipping-team",
      can: { decide: { allowed: false, reason: expect.stringContaining("platform engineer") }, end: { allowed: true } },
    });
    await expect(decide(number, "approved", dana)).rejects.toMatchObject({ code: "forbidden" });
    const alsoPlatform = { ...dana, platformEngineer: true };
    await expect(decide(number, "approved", alsoPlatform)).rejects.toThrow(/You asked for this one/);
    await decide(number, "refused");
    await expect(decide(number, "approved")).rejects.toThrow(/it is refused already/);
    expect(await listExceptions(deps(), dana, { filter: "requested", limit: 10 })).toEqual({ items: [] });
  });

  test("whose time passed without a decision is not approved any more", async () => {
    const { number } = await ask({ until: inDays(1) });
    now = inDays(1);
    await expect(decide(number, "approved")).rejects.toThrow(/its time has passed; ask for a new one/);
    expect((await getException(deps(), dana, number)).state).toBe("lapsed");
  });

  test("is taken back, and an approved one ended, by the team", async () => {
    const { number } = await ask({ subject: policy("spread") });
    await endException(deps(), dana, { number, reason: "Mended." });
    expect((await getException(deps(), dana, number)).state).toBe("withdrawn");
    const other = await ask({ subject: policy("spread") });
    await decide(other.number, "approved");
    await expect(endException(deps(), omar, { number: other.number, reason: "x" })).rejects.toThrow(/shipping-team/);
    await endException(deps(), dana, { number: other.number, reason: "Mended." });
    expect((await getException(deps(), dana, other.number)).state).toBe("ended");
    await expect(endException(deps(), dana, { number: other.number, reason: "" })).rejects.toThrow(/is over already/);
  });
});

describe("the database itself refuses", () => {
  let number = 0;
  const insert = (kind: string, by: Actor, requestedBy = dana) =>
    world.database.pool.query(
      `INSERT INTO exception_decision (exception_number, requested_by, kind, decided_by, decided_at, reason)
       VALUES ($1, $2, $3, $4, $5, '')`,
      [number, requestedBy.personId, kind, by.personId, now],
    );
  beforeAll(async () => {
    ({ number } = await ask({ subject: policy("job-history") }));
  });

  test("an approver who asked, whatever the row says of who that was", async () => {
    await expect(insert("approved", dana)).rejects.toThrow("exception_decision_another");
    await expect(insert("approved", dana, omar)).rejects.toThrow("exception_decision_request");
  });

  test("an end before an approval, two decisions, and one that comes too late", async () => {
    await expect(insert("ended", dana)).rejects.toThrow("only an approved exception is ended");
    const before = now;
    now = inDays(15);
    await expect(insert("approved", pat)).rejects.toThrow("whose time has passed");
    now = before;
    await insert("approved", pat);
    await expect(insert("refused", pat)).rejects.toThrow("exception_decided_once");
  });

  test("to change what was written, and one without an end", async () => {
    const query = (sql: string) => world.database.pool.query(sql, [number]);
    await expect(query("UPDATE exception SET until = until + interval '1 day' WHERE number = $1")).rejects.toThrow(
      "append-only",
    );
    await expect(query("DELETE FROM exception_decision WHERE exception_number = $1")).rejects.toThrow("append-only");
    const copy = (until: string) =>
      query(`INSERT INTO exception (service_id, environments, subject, reason, control, until, requested_by, requested_at)
             SELECT service_id, environments, subject, reason, control, ${until}, requested_by, requested_at
             FROM exception WHERE number = $1`);
    await expect(copy("requested_at")).rejects.toThrow("exception_until");
    await expect(copy("requested_at + interval '91 days'")).rejects.toThrow("exception_until");
  });
});

describe("a policy that a declaration breaks", () => {
  const document = serviceDocument(SERVICE, { runAsUser: 1000 });
  const found = async () => {
    const { violations: all } = await previewService(deps(), dana, { document, environment: "dev" });
    return all
      .filter(({ policy: id }) => id === "run-as-high-user")
      .map(({ severity, remedy }) => ({ severity, remedy }));
  };

  test("is allowed from the approval on, said as such, and refuses again the moment the time has passed", async () => {
    expect((await found())[0]?.severity).toBe("error");
    const { number } = await ask({ subject: policy("run-as-high-user"), until: inDays(2) });
    expect((await found())[0]?.severity).toBe("error");
    await decide(number, "approved");
    const day = inDays(2).toISOString().slice(0, 10);
    const allowed = { severity: "warning", remedy: `Allowed by exception ${number} until ${day}, approved by Pat.` };
    expect(await found()).toEqual([allowed, allowed, allowed]);
    now = new Date(inDays(2).getTime() - 1);
    expect((await found())[0]?.severity).toBe("warning");
    now = new Date(now.getTime() + 1);
    expect((await found())[0]?.severity).toBe("error");
  });
});

test("what serves under an exception that is over is told, until the next deploy", async () => {
  const subject: ExceptionSubject = { kind: "setting", setting: "readOnlyRootFilesystem", value: false };
  const { number } = await ask({ subject, until: inDays(3) });
  await decide(number, "approved");
  const { deliveries } = await createRelease(deps(), pat, { service: SERVICE, environment: "dev" });
  const { rows } = await world.database.pool.query(
    `UPDATE destination d SET serving_release_id = v.release_id FROM delivery v
     WHERE v.id = $1 AND v.destination_id = d.id RETURNING d.cluster`,
    [deliveries[0]?.id],
  );
  expect(rows).toEqual([{ cluster: "dev" }]);
  const numbers = async () => {
    const { open, outlived } = await serviceExceptions(deps(), dana, SERVICE);
    return [open.some((each) => each.number === number), outlived];
  };
  expect(await numbers()).toEqual([true, []]);
  now = inDays(3);
  expect(await numbers()).toEqual([false, [{ number, environment: "dev", cluster: "dev" }]]);
});
