const KEY = "fairlead-shortcuts";
const OFF = "off";

/** Whether single keys act: people who speak to their computer turn them off (WCAG 2.1.4). Kept in this browser. */
export function shortcutsAreOn(): boolean {
  return localStorage.getItem(KEY) !== OFF;
}

export function setShortcuts(on: boolean): void {
  if (on) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, OFF);
}
