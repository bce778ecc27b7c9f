import { Disclosure, Time } from "@fairlead/ui";
import type { ClusterView, OfferView } from "./cluster-view.ts";

/** What a cluster was found to offer, and what of it somebody should mend. What it lacks has a fallback, said as a gap. */
export function ClusterOffer({ offer: { at, items, notes } }: { offer: NonNullable<ClusterView["offer"]> }) {
  const there = items.filter(({ found }) => found !== undefined);
  const lacking = items.filter(({ found }) => found === undefined);
  return (
    <div className="grid gap-2">
      {notes.map((note) => (
        <p key={note} className="text-warn">
          {note}
        </p>
      ))}
      <Disclosure summary={`Offers ${there.length} of ${items.length} things to services`}>
        <div className="grid gap-3">
          {there.length > 0 && (
            <dl className="grid gap-1.5">
              {there.map((item) => (
                <Offered key={item.what} item={item} />
              ))}
            </dl>
          )}
          {lacking.length > 0 && (
            <p className="text-faint">Not here: {lacking.map(({ what }) => lowerFirst(what)).join(", ")}.</p>
          )}
          <p className="text-faint text-label">
            found <Time at={at} />
          </p>
        </div>
      </Disclosure>
    </div>
  );
}

function Offered({ item: { what, found } }: { item: OfferView }) {
  return (
    <div className="grid grid-cols-[8rem_minmax(0,1fr)] gap-2">
      <dt className="text-faint text-label leading-5">{what}</dt>
      <dd className="min-w-0 break-words">{found}</dd>
    </div>
  );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
