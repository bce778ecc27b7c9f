/** Ends with the words of an error: what failed, and where to read on. A mistake of ours shows where it was made. */
export function fail(error) {
  const isBug = error instanceof TypeError || error instanceof ReferenceError || error instanceof SyntaxError;
  process.stderr.write(`${isBug ? error.stack : (error?.message ?? error)}\n`);
  process.exit(1);
}
