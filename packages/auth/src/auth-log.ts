/** Where sign-in says what went wrong: codes and names of errors, never tokens or profiles. */
export interface AuthLog {
  error(code: string, reason: string): void;
  warn(code: string): void;
}
