"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import type { ReactNode } from "react";
import { ClockProvider } from "./time/clock-provider.tsx";

export interface UiProviderProps {
  /** When the server rendered this page, in milliseconds. */
  now: number;
  children: ReactNode;
}

/** Stands around every page: the clock of its ages, and no `<style>` elements, which the content policy refuses. */
export function UiProvider({ now, children }: UiProviderProps) {
  return (
    <CSPProvider disableStyleElements>
      <ClockProvider now={now}>{children}</ClockProvider>
    </CSPProvider>
  );
}
