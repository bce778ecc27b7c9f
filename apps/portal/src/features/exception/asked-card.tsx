import { Card, TextLink } from "@fairlead/ui";
import { paths } from "../../paths.ts";
import type { ExceptionView } from "./exception-view.ts";
import { Until } from "./until.tsx";

/** What waits for a decision, for who may decide. */
export function AskedCard({ exceptions, now }: { exceptions: readonly ExceptionView[]; now: Date }) {
  return (
    <Card title="To decide" aside={<TextLink href={paths.exceptions()}>All exceptions</TextLink>} flush>
      <ul>
        {exceptions.map((exception) => (
          <li
            key={exception.number}
            className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line border-t px-4 py-2"
          >
            <span className="min-w-0">
              <TextLink href={paths.exception(exception.number)} strong>
                Exception {exception.number}: {exception.subject.title}
              </TextLink>{" "}
              <span className="text-faint text-label">
                {exception.requestedBy} asks for {exception.service}
              </span>
            </span>
            <Until exception={exception} now={now} inWords />
          </li>
        ))}
      </ul>
    </Card>
  );
}
