const THEMES = ["light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** Holds a person's choice for a year; without it the system decides. */
export const THEME_COOKIE = "fairlead-theme";
export const THEME_COOKIE_SECONDS = 365 * 24 * 60 * 60;

/** The theme that a cookie asks for, if it says one that exists. */
export function themeFrom(cookie: string | undefined): Theme | undefined {
  return THEMES.find((theme) => theme === cookie);
}
