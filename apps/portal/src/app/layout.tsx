import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/jetbrains-mono/wght.css";
import "./globals.css";

import { UiProvider } from "@fairlead/ui";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { THEME_COOKIE, themeFrom } from "../features/theme/theme.ts";

export const metadata: Metadata = {
  title: { default: "Fairlead", template: "%s · Fairlead" },
  description: "What runs, who owns it, and how to reach them.",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#121819" },
  ],
};

/** Reading the cookie also makes every page dynamic, which the nonce of the content policy needs. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = themeFrom((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <html lang="en" data-theme={theme}>
      <body>
        <UiProvider now={Date.now()}>{children}</UiProvider>
      </body>
    </html>
  );
}
