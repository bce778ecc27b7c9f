/** 0 done, 1 refused by a check, 2 wrong usage or unreadable input, 3 could not reach what it needs. */
export type ExitCode = 0 | 1 | 2 | 3;

/** Ends a command with words for people and a code for scripts. */
export class CommandFailure extends Error {
  override readonly name = "CommandFailure";
  readonly exitCode: ExitCode;
  /** Further lines below the message, each a sentence. */
  readonly lines: readonly string[];

  constructor(exitCode: ExitCode, message: string, lines: readonly string[] = []) {
    super(message);
    this.exitCode = exitCode;
    this.lines = lines;
  }
}
