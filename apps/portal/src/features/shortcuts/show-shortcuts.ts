const EVENT = "fairlead-show-shortcuts";

/** Asks for the list of shortcuts from anywhere on the page. */
export function showShortcuts(): void {
  document.dispatchEvent(new Event(EVENT));
}

/** Calls back when somebody asks for it; gives what ends that. */
export function onShowShortcuts(show: () => void): () => void {
  document.addEventListener(EVENT, show);
  return () => document.removeEventListener(EVENT, show);
}
