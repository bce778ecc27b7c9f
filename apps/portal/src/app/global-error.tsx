"use client";

import "@fontsource-variable/inter/wght.css";
import "./globals.css";

import { PageFailed, type PageFailedProps } from "../features/problem/page-failed.tsx";

/** For what breaks in the root layout: brings its own document, in the system's theme. */
export default function GlobalError(props: PageFailedProps) {
  return (
    <html lang="en">
      <body>
        <title>This page could not be shown · Fairlead</title>
        <main className="px-4 tablet:px-8">
          <PageFailed {...props} />
        </main>
      </body>
    </html>
  );
}
