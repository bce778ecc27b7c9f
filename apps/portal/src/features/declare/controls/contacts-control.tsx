"use client";

import { Field, Select, TextInput } from "@fairlead/ui";
import type { Group } from "../draft/path.ts";
import type { AnswerProps } from "./answer-props.ts";
import { groupsOf, textOf } from "./read-value.ts";
import { Rows } from "./rows.tsx";

/** Each way to reach somebody, and where its address stands. */
const WAYS = [
  { value: "phone", label: "phone", field: "number", placeholder: "+49 30 1234567" },
  { value: "chat", label: "chat", field: "url", placeholder: "https://chat.example.com/databases" },
  { value: "email", label: "mail", field: "address", placeholder: "databases@example.com" },
  { value: "page", label: "pager", field: "url", placeholder: "https://pager.example.com/databases" },
] as const;

/** How to reach whoever answers for it, beside its team. */
export function ContactsControl({ value, onAnswer }: AnswerProps) {
  const blank: Group = { kind: "phone", title: "", number: "" };
  return (
    <Rows
      rows={groupsOf(value)}
      onChange={(rows) => onAnswer(rows.length === 0 ? undefined : rows)}
      blank={blank}
      add="Add a contact"
      name={(contact, at) => `contact ${textOf(contact.title) || at + 1}`}
    >
      {(contact, change, at) => <ContactFields contact={contact} change={change} line={at + 1} />}
    </Rows>
  );
}

interface ContactFieldsProps {
  contact: Group;
  change: (contact: Group) => void;
  line: number;
}

function ContactFields({ contact, change, line }: ContactFieldsProps) {
  const way = WAYS.find(({ value }) => value === contact.kind) ?? WAYS[0];
  const address = textOf(contact[way.field]);
  return (
    <>
      <Field label={`Way of contact, line ${line}`} hideLabel custom>
        <Select
          name="contact-kind"
          value={way.value}
          options={WAYS.map(({ value, label }) => ({ value, label }))}
          onChange={(kind) => {
            const next = WAYS.find(({ value }) => value === kind) ?? way;
            change({ kind, title: textOf(contact.title), [next.field]: address });
          }}
        />
      </Field>
      <Field label={`Name of contact, line ${line}`} hideLabel>
        <TextInput
          name="contact-title"
          value={textOf(contact.title)}
          onChange={(title) => change({ ...contact, title })}
          placeholder="Databases on duty"
          maxLength={80}
        />
      </Field>
      <Field label={`Address of contact, line ${line}`} hideLabel>
        <TextInput
          name="contact-address"
          value={address}
          onChange={(text) => change({ ...contact, [way.field]: text })}
          mono
          placeholder={way.placeholder}
        />
      </Field>
    </>
  );
}
