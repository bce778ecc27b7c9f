import type { Contact } from "@fairlead/domain";
import { LinkButton } from "@fairlead/ui";
import { BellRing, type LucideIcon, Mail, MessageSquare, Phone } from "lucide-react";

const ICONS = {
  phone: Phone,
  page: BellRing,
  chat: MessageSquare,
  email: Mail,
} as const satisfies Record<Contact["kind"], LucideIcon>;

/** The fastest first: a voice, then what wakes somebody, then what waits to be read. */
const ORDER = ["phone", "page", "chat", "email"] as const satisfies readonly Contact["kind"][];

function contactAddress(contact: Contact): string {
  if (contact.kind === "phone") return `tel:${contact.number.replace(/[^+0-9]/g, "")}`;
  return contact.kind === "email" ? `mailto:${contact.address}` : contact.url;
}

export function ContactButton({ contact, primary = false }: { contact: Contact; primary?: boolean }) {
  return (
    <LinkButton
      href={contactAddress(contact)}
      icon={ICONS[contact.kind]}
      small
      {...(primary ? { look: "primary" as const } : {})}
    >
      {contact.title}
    </LinkButton>
  );
}

/** Contacts in the order in which somebody in a hurry tries them. */
export function byUrgency(contacts: readonly Contact[]): Contact[] {
  return contacts.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}
