import type { ReactNode } from "react";
import { ShortcutKeys } from "../shortcuts/shortcut-keys.tsx";
import { FIND_BOX_ID } from "./find-box-id.ts";
import { MainNav } from "./main-nav.tsx";
import { TopBar, type TopBarProps } from "./top-bar.tsx";

export interface FrameProps extends TopBarProps {
  /** Only for what affects everybody: a cluster that is away, an answer from old data. */
  banner?: ReactNode;
  children: ReactNode;
}

/** What stands around every page of somebody who is signed in. */
export function Frame({ banner, children, ...topBar }: FrameProps) {
  return (
    <>
      <a
        href="#content"
        className="fixed top-2 left-2 z-30 rounded-control bg-accent px-3 py-2 font-strong text-on-accent not-focus:sr-only"
      >
        Skip to the content
      </a>
      <TopBar {...topBar} />
      <div className="grid tablet:grid-cols-[13.5rem_minmax(0,1fr)]">
        <MainNav />
        <main
          id="content"
          className="grid min-w-0 max-w-310 content-start gap-6 px-4 pt-4 pb-24 tablet:px-8 tablet:pt-6 tablet:pb-12"
        >
          {banner}
          {children}
        </main>
      </div>
      <ShortcutKeys findBoxId={FIND_BOX_ID} />
    </>
  );
}
