"use client";

import { useRouter } from "next/navigation";
import { lazy, Suspense, useEffect, useEffectEvent, useRef, useState } from "react";
import { shortcutsAreOn } from "./shortcut-setting.ts";
import { press, type ShortcutAction } from "./shortcuts.ts";
import { onShowShortcuts } from "./show-shortcuts.ts";

// A dialog weighs more than all the rest of the frame, and few open it.
const ShortcutHelp = lazy(() => import("./shortcut-help.tsx").then((module) => ({ default: module.ShortcutHelp })));

const SEQUENCE_MS = 1000;
const TYPING = "input, textarea, select, [contenteditable], [role=dialog], [role=listbox], [role=radiogroup]";

export interface ShortcutKeysProps {
  /** The id of the box that finds anything. */
  findBoxId: string;
}

/** Listens to the keyboard outside text boxes and dialogs. */
export function ShortcutKeys({ findBoxId }: ShortcutKeysProps) {
  const router = useRouter();
  const [helpWanted, setHelpWanted] = useState(false);
  const pending = useRef<{ keys: readonly string[]; since: number }>({ keys: [], since: 0 });

  const act = useEffectEvent((action: ShortcutAction) => {
    if (action.kind === "find") focusBox(findBoxId);
    else if (action.kind === "go") router.push(action.href);
    else setHelpWanted(true);
  });

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || event.repeat) return;
      if (event.target instanceof Element && event.target.closest(TYPING) !== null) return;
      if (!shortcutsAreOn()) return;
      const { keys, since } = pending.current;
      const result = press(event.timeStamp - since < SEQUENCE_MS ? keys : [], event.key);
      pending.current = { keys: result.pending, since: event.timeStamp };
      if (result.action === undefined) return;
      event.preventDefault();
      act(result.action);
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);

  useEffect(() => onShowShortcuts(() => setHelpWanted(true)), []);

  if (!helpWanted) return null;
  return (
    <Suspense>
      <ShortcutHelp onClose={() => setHelpWanted(false)} />
    </Suspense>
  );
}

/** What stands in the box was the last question: the next one takes its place. */
function focusBox(id: string): void {
  const box = document.getElementById(id);
  box?.focus();
  if (box instanceof HTMLInputElement) box.select();
}
