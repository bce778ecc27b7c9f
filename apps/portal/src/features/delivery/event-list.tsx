import { Card, classNames, EmptyState, Time, TONE_TEXT, type Tone } from "@fairlead/ui";
import type { DeliveryEventView } from "./delivery-view.ts";

/** The tone in a word, for who cannot see the dot. */
const WORDS = {
  good: "good",
  moving: "under way",
  bad: "failure",
  warn: "warning",
  quiet: "note",
} as const satisfies Record<Tone, string>;

/** What happened on the way, the latest first, to the second. */
export function EventList({ events, live }: { events: readonly DeliveryEventView[]; live: boolean }) {
  return (
    <Card title="Events" aside={live ? "live" : undefined} flush>
      {events.length === 0 ? (
        <EmptyState>What happens on the way is written here, as it happens.</EmptyState>
      ) : (
        <ol aria-label="Events">
          {events.map(({ id, at, tone, message, cluster }) => (
            <li key={id} className="flex min-h-9 flex-wrap items-baseline gap-x-3 border-line border-t px-4 py-2">
              <span className="font-mono text-faint text-label">
                <Time at={at} form="clock" />
              </span>
              {cluster !== undefined && <span className="w-20 truncate text-faint text-label">{cluster}</span>}
              <span className={classNames("text-label", TONE_TEXT[tone])}>
                <span aria-hidden>●</span>
                <span className="sr-only">{WORDS[tone]}</span>
              </span>
              <span className="min-w-0 flex-1 break-words max-tablet:basis-full">{message}</span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
