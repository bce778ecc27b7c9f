import { answersSchema } from "@fairlead/api/public";
import type { Command } from "commander";
import type * as z from "zod";
import { CommandFailure } from "../../client/command-failure.ts";
import { age } from "../../output/age.ts";
import { table } from "../../output/table.ts";
import { type Online, type OnlineSetup, onlineCommand, runOnline } from "./online.ts";

type Answer = z.infer<typeof answersSchema>["answers"][number];

/** `fairlead who THING`: who answers for it, and how to reach them. */
export function whoCommand(setup: OnlineSetup): Command {
  return onlineCommand("who")
    .argument("<thing>", "the name of a service, host, pod, image, team …")
    .description("say who owns something, and how to reach them")
    .action((thing: string, options) => runOnline(setup, options, (online) => who(online, thing)));
}

async function who({ client, terminal, now, json }: Online, thing: string): Promise<void> {
  const found = await client.get(`/who?q=${encodeURIComponent(thing)}`, answersSchema);
  if (json) return terminal.out(JSON.stringify(found));
  const [first, ...others] = found.answers;
  if (first === undefined) {
    throw new CommandFailure(1, `Nobody is known to answer for "${thing}".`, [
      "Try a part of the name, the host, or the pod's name without its ending.",
    ]);
  }
  for (const line of describe(first, now())) terminal.out(line);
  if (others.length > 0) terminal.out("");
  for (const { owner, match } of others) terminal.out(`It may also be ${match.explanation}: ${owner.team}.`);
}

function describe({ owner, match, entity }: Answer, now: Date): string[] {
  const contacts = owner.contacts.map((contact) => [`  ${contact.kind}`, contact.title, addressOf(contact)]);
  const links = (entity?.links ?? []).map(({ kind, title, url }) => [`  ${kind}`, title, url]);
  const seen = match.observedAt === undefined ? "" : `, seen ${age(match.observedAt, now)}`;
  const gone = match.goneAt === undefined ? "" : `, gone ${age(match.goneAt, now)}`;
  return [
    `${owner.team} (${owner.title})`,
    ...table([...contacts, ...links]),
    `${match.name}: ${match.explanation}${gone === "" ? seen : gone}.`,
    ...(entity === undefined ? [] : [standing(entity)]),
  ];
}

function standing({ name, tier, lifecycle, health }: NonNullable<Answer["entity"]>): string {
  const facts = [
    ...(tier === undefined ? [] : [`tier ${tier}`]),
    ...(lifecycle === undefined ? [] : [lifecycle]),
    ...health.map((place) => `${place.environment} ${place.health}`),
  ];
  return facts.length === 0 ? name : `${name}: ${facts.join(" · ")}`;
}

function addressOf(contact: Answer["owner"]["contacts"][number]): string {
  switch (contact.kind) {
    case "phone":
      return contact.number;
    case "email":
      return contact.address;
    case "chat":
    case "page":
      return contact.url;
  }
}
