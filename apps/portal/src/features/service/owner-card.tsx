import { Avatar, Card } from "@fairlead/ui";
import { byUrgency, ContactButton } from "./contact-button.tsx";
import type { OwnerView } from "./service-view.ts";

/** Who answers for it and how to reach them: the first thing on a service's page. */
export function OwnerCard({ owner }: { owner: OwnerView }) {
  return (
    <Card title="Owner" quietTitle marked>
      <div className="grid gap-3">
        <div className="flex min-w-0 items-center gap-3">
          <Avatar name={owner.title} team />
          <div className="min-w-0">
            <p className="break-words font-bold text-heading">{owner.title}</p>
            {owner.title !== owner.team && <p className="text-faint text-label">{owner.team}</p>}
          </div>
        </div>
        {owner.contacts.length === 0 ? (
          <p className="text-warn">This team has left no way to reach it.</p>
        ) : (
          <div className="flex flex-wrap gap-2">
            {byUrgency(owner.contacts).map((contact) => (
              <ContactButton key={`${contact.kind} ${contact.title}`} contact={contact} />
            ))}
          </div>
        )}
      </div>
    </Card>
  );
}
