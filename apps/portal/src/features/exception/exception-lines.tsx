import { State, TextLink } from "@fairlead/ui";
import type { Answers } from "../../answers.ts";
import { paths } from "../../paths.ts";
import { EXCEPTION_LOOKS } from "./exception-looks.ts";
import { Until } from "./until.tsx";

export interface ExceptionLinesProps {
  exceptions: Answers["exception"]["ofService"]["open"];
  now: Date;
  /** Where the page does not say already whose they are. */
  withService?: boolean;
}

/** Exceptions in a card: what each is from, where, how it stands and until when. */
export function ExceptionLines({ exceptions, now, withService = false }: ExceptionLinesProps) {
  return (
    <ul className="grid gap-2">
      {exceptions.map((exception) => (
        <li key={exception.number} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <span className="min-w-0">
            <TextLink href={paths.exception(exception.number)} strong>
              {exception.number}: {withService ? exception.service : exception.subject.title}
            </TextLink>{" "}
            <span className="text-faint text-label">
              in {exception.environments.join(", ")}
              {exception.decision && `, approved by ${exception.decision.by}`}
            </span>
          </span>
          <span className="flex flex-wrap items-center gap-3">
            <State {...EXCEPTION_LOOKS[exception.state]} />
            <Until exception={exception} now={now} inWords />
          </span>
        </li>
      ))}
    </ul>
  );
}
