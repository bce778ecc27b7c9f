import type { Metadata } from "next";
import { Frame } from "../features/frame/frame.tsx";
import { loadFrame } from "../features/frame/load-frame.ts";
import { PageMissing } from "../features/problem/page-missing.tsx";
import { api } from "../server/api.ts";

export const metadata: Metadata = { title: "Not found" };

/** For addresses that no route knows; it stands outside the frame's layout, so it brings its own. */
export default async function NotFound() {
  // A page that says that nothing is here shows even while everything else breaks.
  const signedIn = await api()
    .then(({ session }) => session.me())
    .then(
      () => true,
      () => false,
    );
  const data = signedIn ? await loadFrame() : undefined;
  return (
    <Frame data={data}>
      <PageMissing />
    </Frame>
  );
}
