"use client";

import { Dialog, Kbd } from "@fairlead/ui";
import { useState } from "react";
import { setShortcuts, shortcutsAreOn } from "./shortcut-setting.ts";
import { SHORTCUTS } from "./shortcuts.ts";

export function ShortcutHelp({ onClose }: { onClose: () => void }) {
  const [on, setOn] = useState(shortcutsAreOn);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Keyboard shortcuts">
      <dl className="grid">
        {SHORTCUTS.map(({ keys, label }) => (
          <div key={label} className="flex items-center justify-between gap-4 py-1.5">
            <dt>{label}</dt>
            <dd className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <label className="mt-3 flex min-h-8 items-center gap-2.5 border-line border-t pt-3 text-soft touch:min-h-11">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => {
            setShortcuts(event.target.checked);
            setOn(event.target.checked);
          }}
          className="size-4 accent-accent"
        />
        Single keys act in this browser
      </label>
    </Dialog>
  );
}
