import type { Metadata } from "next";
import { Frame } from "../features/frame/frame.tsx";
import { PageMissing } from "../features/problem/page-missing.tsx";

export const metadata: Metadata = { title: "Not found" };

/** For addresses that no route knows; it stands outside the frame's layout, so it brings its own. */
export default function NotFound() {
  return (
    <Frame>
      <PageMissing />
    </Frame>
  );
}
