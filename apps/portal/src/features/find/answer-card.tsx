import { Avatar, Card, LinkButton, State, TextLink, Time } from "@fairlead/ui";
import { BookOpen } from "lucide-react";
import { paths } from "../../paths.ts";
import { byUrgency, ContactButton } from "../service/contact-button.tsx";
import type { AnswerView } from "./answer-view.ts";

/** What it is, then at once whom to ask and how. Needs no script. */
export function AnswerCard({ answer }: { answer: AnswerView }) {
  const { owner, match, entity } = answer;
  return (
    <article className="grid gap-2">
      <p className="text-faint text-label">
        {match.explanation}
        {match.goneAt !== undefined && (
          <>
            , gone <Time at={match.goneAt} />
          </>
        )}
      </p>
      <code className="break-words font-mono text-body">{match.name}</code>
      <div className="overflow-clip rounded-surface border border-line bg-surface shadow-surface">
        {entity !== undefined && <EntityHead entity={entity} />}
        <OwnerBand owner={owner} />
        {entity !== undefined && entity.links.length > 0 && (
          <div className="flex flex-wrap gap-2 border-line border-t px-4 py-3">
            {entity.links.map(({ kind, title, url }) => (
              <LinkButton key={url} href={url} small {...(kind === "runbook" ? { icon: BookOpen } : {})}>
                {title}
              </LinkButton>
            ))}
          </div>
        )}
      </div>
      {answer.lately !== undefined && answer.lately.length > 0 && <Lately lately={answer.lately} />}
      {answer.calledBy !== undefined && answer.calledBy.length > 0 && <HitWithIt calledBy={answer.calledBy} />}
      {match.observedAt !== undefined && (
        <p className="text-right text-faint text-label">
          as of <Time at={match.observedAt} staleAfter={120} />
        </p>
      )}
    </article>
  );
}

function Lately({ lately }: { lately: NonNullable<AnswerView["lately"]> }) {
  return (
    <Card title="Changed last">
      <ul className="grid gap-1">
        {lately.map(({ id, summary, by, at }) => (
          <li key={id} className="flex justify-between gap-4">
            <span className="min-w-0 break-words">
              {summary} <span className="text-faint text-label">{by}</span>
            </span>
            <span className="text-faint text-label">
              <Time at={at} form="bare" />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function HitWithIt({ calledBy }: { calledBy: NonNullable<AnswerView["calledBy"]> }) {
  return (
    <Card title="May be hit with it">
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {calledBy.map((name) => (
          <li key={name}>
            <TextLink href={paths.service(name)}>{name}</TextLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function EntityHead({ entity }: { entity: NonNullable<AnswerView["entity"]> }) {
  const { kind, name, title, tier, health } = entity;
  return (
    <div className="grid gap-2 p-4">
      <h2 className="text-section">
        {kind === "Service" ? (
          <TextLink href={paths.service(name)} strong>
            {title}
          </TextLink>
        ) : (
          <span className="font-bold">{title}</span>
        )}
        <span className="text-body text-faint">
          {kind === "Service" ? "" : ` · ${kind.toLowerCase()}`}
          {tier === undefined ? "" : ` · tier ${tier}`}
        </span>
      </h2>
      {health.length > 0 && (
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {health.map(({ environment, health: state }) => (
            <li key={environment} className="flex gap-2">
              <span className="text-faint">{environment}</span>
              <State name={state} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function OwnerBand({ owner }: { owner: AnswerView["owner"] }) {
  const contacts = byUrgency(owner.contacts);
  return (
    <div className="grid gap-3 border-line bg-accent-soft p-4 not-first:border-t">
      <div className="flex items-center gap-3">
        <span className="rounded-field bg-surface">
          <Avatar name={owner.title} team />
        </span>
        <div className="min-w-0">
          <p className="text-accent-strong text-label">Owner</p>
          <p className="break-words font-page text-section">{owner.title}</p>
        </div>
      </div>
      {contacts.length === 0 ? (
        <p className="text-warn">This team has left no way to reach it.</p>
      ) : (
        <div className="flex flex-wrap gap-2">
          {contacts.map((contact, at) => (
            <ContactButton key={`${contact.kind} ${contact.title}`} contact={contact} primary={at === 0} />
          ))}
        </div>
      )}
    </div>
  );
}
