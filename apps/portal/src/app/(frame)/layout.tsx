import type { ReactNode } from "react";
import { Frame } from "../../features/frame/frame.tsx";
import { loadFrame } from "../../features/frame/load-frame.ts";

export default async function FrameLayout({ children }: { children: ReactNode }) {
  return <Frame data={await loadFrame()}>{children}</Frame>;
}
