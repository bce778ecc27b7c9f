"use client";

import { Keyboard } from "lucide-react";
import { MenuItem } from "../frame/menu-item.tsx";
import { showShortcuts } from "./show-shortcuts.ts";

export function ShortcutsMenuItem() {
  return (
    <MenuItem icon={Keyboard} onClick={showShortcuts}>
      Keyboard shortcuts
    </MenuItem>
  );
}
