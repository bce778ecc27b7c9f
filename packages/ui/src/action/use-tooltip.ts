"use client";

import { type KeyboardEvent, type PointerEvent, useId, useRef } from "react";

const GAP_PX = 6;
const MARGIN_PX = 8;

/**
 * One line of text beside a control, by the browser's own popover: a library's tooltip weighs 28 KB for the same.
 * It shows on hover, focus and press, and goes on Escape and on leaving (WCAG 1.4.13).
 */
export function useTooltip() {
  const id = useId();
  const control = useRef<HTMLButtonElement>(null);
  const text = useRef<HTMLSpanElement>(null);

  function show() {
    if (control.current === null || text.current === null) return;
    text.current.showPopover();
    place(text.current, control.current.getBoundingClientRect());
  }
  const hide = () => text.current?.hidePopover();

  return {
    trigger: {
      ref: control,
      "aria-describedby": id,
      onPointerEnter: (event: PointerEvent) => event.pointerType === "mouse" && show(),
      onPointerLeave: (event: PointerEvent) => event.pointerType === "mouse" && hide(),
      onFocus: show,
      onBlur: hide,
      onClick: show,
      onKeyDown: (event: KeyboardEvent) => event.key === "Escape" && hide(),
    },
    tip: { ref: text, id, role: "tooltip", popover: "manual" },
  } as const;
}

/** Above the control where there is room, else below; never outside the window. */
function place(text: HTMLElement, control: DOMRect) {
  const { width, height } = text.getBoundingClientRect();
  const above = control.top - height - GAP_PX;
  const left = control.left + control.width / 2 - width / 2;
  text.style.top = `${above < MARGIN_PX ? control.bottom + GAP_PX : above}px`;
  text.style.left = `${Math.max(MARGIN_PX, Math.min(left, window.innerWidth - width - MARGIN_PX))}px`;
}
