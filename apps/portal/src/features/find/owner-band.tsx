import { Avatar } from "@fairlead/ui";
import { byUrgency, ContactButton } from "../service/contact-button.tsx";
import type { OwnerView } from "../service/service-view.ts";

/** Whom to ask, and how: the answer to what was asked. */
export function OwnerBand({ owner }: { owner: OwnerView }) {
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
        <div className="flex flex-wrap gap-2 max-tablet:grid max-tablet:grid-cols-2 max-tablet:*:first:col-span-2">
          {contacts.map((contact, at) => (
            <ContactButton key={`${contact.kind} ${contact.title}`} contact={contact} primary={at === 0} />
          ))}
        </div>
      )}
    </div>
  );
}
