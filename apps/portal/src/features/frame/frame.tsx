import type { ReactNode } from "react";
import { LiveRefresh } from "../live/live-refresh.tsx";
import { ShortcutKeys } from "../shortcuts/shortcut-keys.tsx";
import { ClustersBanner } from "./clusters-banner.tsx";
import type { ClusterInFrame } from "./clusters-note.tsx";
import { FIND_BOX_ID } from "./find-box-id.ts";
import { MainNav } from "./main-nav.tsx";
import type { PersonView } from "./person-menu.tsx";
import { TopBar } from "./top-bar.tsx";

/** What the frame shows; without it nobody is signed in. */
export interface FrameData {
  person: PersonView;
  clusters: readonly ClusterInFrame[];
  /** How many services there are. */
  services: number;
  policies: number;
}

/** Half of the time after which what is shown of a cluster looks old. */
const REFRESH_MS = 30_000;

/** What stands around every page. */
export function Frame({ data, children }: { data?: FrameData | undefined; children: ReactNode }) {
  return (
    <>
      <a
        href="#content"
        className="fixed top-2 left-2 z-30 rounded-control bg-accent px-3 py-2 font-strong text-on-accent not-focus:sr-only"
      >
        Skip to the content
      </a>
      <TopBar person={data?.person} clusters={data?.clusters} />
      <div className="grid tablet:grid-cols-[13.5rem_minmax(0,1fr)]">
        <MainNav counts={{ services: data?.services, policies: data?.policies, clusters: data?.clusters.length }} />
        <main
          id="content"
          className="grid min-w-0 max-w-310 content-start gap-6 px-4 pt-4 pb-24 tablet:px-8 tablet:pt-6 tablet:pb-12"
        >
          {data !== undefined && <ClustersBanner clusters={data.clusters} />}
          {children}
        </main>
      </div>
      <ShortcutKeys findBoxId={FIND_BOX_ID} />
      {data !== undefined && <LiveRefresh watch={[{ kind: "cluster" }]} everyMs={REFRESH_MS} />}
    </>
  );
}
