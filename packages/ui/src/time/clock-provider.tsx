"use client";

import { createContext, type ReactNode, useContext } from "react";

const RenderedAt = createContext<number | undefined>(undefined);

/** Says when the server rendered this page, so that browser and server write the same ages before the clock runs. */
export function ClockProvider({ now, children }: { now: number; children: ReactNode }) {
  return <RenderedAt value={now}>{children}</RenderedAt>;
}

/** When the page was rendered; a part that shows an age cannot stand outside the provider. */
export function useRenderedAt(): number {
  const now = useContext(RenderedAt);
  if (now === undefined) throw new Error("There is no ClockProvider around this part.");
  return now;
}
