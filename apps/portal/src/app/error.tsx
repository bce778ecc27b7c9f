"use client";

import { PageFailed, type PageFailedProps } from "../features/problem/page-failed.tsx";

/** For what breaks in the frame itself. */
export default function ErrorPage(props: PageFailedProps) {
  return (
    <main className="px-4 tablet:px-8">
      <PageFailed {...props} />
    </main>
  );
}
