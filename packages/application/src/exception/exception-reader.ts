import type { Exception } from "@fairlead/domain";

/** An exception with whose service it is for. */
export interface ExceptionView extends Exception {
  /** The owner of the service, as it is now. */
  team: string;
}

/** Where a service is, with what its namespace was last seen to be let off. */
export interface ExceptionPlace {
  environment: string;
  cluster: string;
  namespace: string;
  /** Policies, each with since when it is seen. */
  honours: readonly { policy: string; since: Date }[];
  /** The exceptions that what serves there relies on, by number. */
  servingUnder: readonly number[];
  unreachableSince?: Date;
  lastContactAt?: Date;
}

export interface ExceptionQuery {
  /** Those without a decision; those that were approved and that nobody ended; all. Whether one holds the domain decides. */
  group: "undecided" | "approved" | "all";
  service?: string;
  /** Only those whose time passes after this. */
  untilAfter?: Date;
  /** Numbers below this one: the page before's last. */
  before?: number;
  limit: number;
}

export interface ExceptionReader {
  /** The newest first. */
  list(query: ExceptionQuery): Promise<ExceptionView[]>;
  get(number: number): Promise<ExceptionView | undefined>;
  /** All of a service that were approved and that nobody ended, also those whose time has passed. */
  approvedOf(service: string): Promise<ExceptionView[]>;
  /** All of every service that were approved, that nobody ended, and whose time passes after this. The newest first. */
  approvedUntilAfter(moment: Date): Promise<ExceptionView[]>;
  /** Where a service was delivered to. */
  places(service: string): Promise<ExceptionPlace[]>;
}
