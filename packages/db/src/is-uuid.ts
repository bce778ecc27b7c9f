const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Whether Postgres would take it as an id; what is none is nobody's. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
