"use client";

import { IconButton } from "@fairlead/ui";
import { Contrast } from "lucide-react";
import { THEME_COOKIE, THEME_COOKIE_SECONDS, type Theme, themeFrom } from "./theme.ts";

/**
 * Switches between light and dark at once; the server writes the same theme into the next page. Back at what the
 * system says, the choice is forgotten, so the page follows the system again.
 */
export function ThemeSwitch() {
  return <IconButton icon={Contrast} label="Switch between light and dark" onClick={switchTheme} />;
}

function switchTheme() {
  const root = document.documentElement;
  const system: Theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const next: Theme = (themeFrom(root.dataset.theme) ?? system) === "dark" ? "light" : "dark";
  const chosen = next !== system;
  if (chosen) root.dataset.theme = next;
  else delete root.dataset.theme;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing where the portal is reached by http
  document.cookie = `${THEME_COOKIE}=${next}; path=/; samesite=lax; max-age=${chosen ? THEME_COOKIE_SECONDS : 0}`;
}
