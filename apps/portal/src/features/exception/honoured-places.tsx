import { Card, State, TextLink, Time } from "@fairlead/ui";
import { paths } from "../../paths.ts";
import { AWAY_LOOKS, HONOURED_LOOKS } from "./exception-looks.ts";
import type { ExceptionDetailsView } from "./exception-view.ts";

type Place = ExceptionDetailsView["places"][number];

/** Which clusters honour it, and which still do because nobody can reach them. */
export function HonouredPlaces({ exception: { places, service, state } }: { exception: ExceptionDetailsView }) {
  return (
    <Card title="In the clusters" flush>
      {places.length === 0 ? (
        <p className="px-4 pb-4 text-faint">
          {service} was not delivered there yet: no cluster has to know. Its first delivery brings it along.
        </p>
      ) : (
        <ul>
          {places.map((place) => (
            <li
              key={`${place.environment} ${place.cluster}`}
              className="grid gap-1 border-line border-t px-4 py-2.5 tablet:grid-cols-[minmax(0,1fr)_auto]"
            >
              <span>
                <span className="font-strong">{place.cluster}</span>{" "}
                <span className="text-faint">
                  {place.environment}, namespace {place.namespace}
                </span>
              </span>
              <HonouredState place={place} />
              {place.because !== undefined && (
                <p className="text-faint text-label">
                  <TextLink href={paths.exception(place.because)}>Exception {place.because}</TextLink> lets it off the
                  same.
                </p>
              )}
              {place.servesUnder && state !== "in-force" && (
                <p className="text-warn tablet:col-span-2">
                  What serves there was made under this exception. The next deploy makes it without.
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function HonouredState({ place: { state, unreachableSince } }: { place: Place }) {
  if (unreachableSince === undefined) return <State {...HONOURED_LOOKS[state]} />;
  return (
    <State
      {...AWAY_LOOKS[state]}
      detail={
        <>
          unreachable since <Time at={unreachableSince} form="clock" />
        </>
      }
    />
  );
}
