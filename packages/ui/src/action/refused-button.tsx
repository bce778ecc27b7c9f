"use client";

import type { ReactNode } from "react";
import { type ButtonShape, buttonClass } from "./button-class.ts";
import { useTooltip } from "./use-tooltip.ts";

export interface RefusedButtonProps extends ButtonShape {
  reason: string;
  children: ReactNode;
}

/** A button that cannot be pressed now: reachable by keyboard, it shows its reason on hover, focus and press. */
export function RefusedButton({ reason, children, ...shape }: RefusedButtonProps) {
  const { trigger, tip } = useTooltip();
  return (
    <>
      <button type="button" aria-disabled="true" className={buttonClass(shape, true)} {...trigger}>
        {children}
      </button>
      <span
        {...tip}
        className="fixed m-0 max-w-72 rounded-control border border-line bg-surface px-3 py-2 text-body text-ink shadow-raised"
      >
        {reason}
      </span>
    </>
  );
}
