"use client";

import { LogOut } from "lucide-react";
import { MenuItem } from "./menu-item.tsx";

export function SignOutMenuItem() {
  async function leave() {
    // Loaded when it is needed: most people sign out once a day at most.
    const { signOut } = await import("@fairlead/auth/browser");
    location.assign(await signOut());
  }
  return (
    <MenuItem icon={LogOut} onClick={leave}>
      Sign out
    </MenuItem>
  );
}
