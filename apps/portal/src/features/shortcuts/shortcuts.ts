import { paths } from "../../paths.ts";

export type ShortcutAction = { kind: "find" } | { kind: "help" } | { kind: "go"; href: string };

export interface Shortcut {
  /** One key after the other. */
  keys: readonly string[];
  label: string;
  action: ShortcutAction;
}

/** What the keyboard does outside text boxes. */
export const SHORTCUTS: readonly Shortcut[] = [
  { keys: ["/"], label: "Find anything", action: { kind: "find" } },
  { keys: ["c"], label: "Declare a service", action: { kind: "go", href: paths.declare() } },
  { keys: ["g", "h"], label: "Go home", action: { kind: "go", href: paths.home() } },
  { keys: ["g", "s"], label: "Go to the services", action: { kind: "go", href: paths.services() } },
  { keys: ["g", "e"], label: "Go to the exceptions", action: { kind: "go", href: paths.exceptions() } },
  { keys: ["g", "c"], label: "Go to the clusters", action: { kind: "go", href: paths.clusters() } },
  { keys: ["?"], label: "Show these shortcuts", action: { kind: "help" } },
];

export interface Pressed {
  /** Keys that may still become a shortcut. */
  pending: readonly string[];
  action?: ShortcutAction;
}

/** What a key does after those pressed just before it. */
export function press(pending: readonly string[], key: string): Pressed {
  const keys = [...pending, key];
  const begun = SHORTCUTS.filter((shortcut) => keys.every((pressed, at) => shortcut.keys[at] === pressed));
  const done = begun.find((shortcut) => shortcut.keys.length === keys.length);
  if (done !== undefined) return { pending: [], action: done.action };
  if (begun.length > 0) return { pending: keys };
  return pending.length > 0 ? press([], key) : { pending: [] };
}
