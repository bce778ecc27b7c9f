import { type ReactNode, useId } from "react";

export interface FlyoutProps {
  /** The accessible name of the button. */
  label: string;
  /** What the button shows. */
  button: ReactNode;
  children: ReactNode;
}

/**
 * A button under which a small panel opens, by the browser's own popover: it closes on Escape and on a press beside
 * it, works before any script is there, and costs none. For panels at the right end of the top bar.
 */
export function Flyout({ label, button, children }: FlyoutProps) {
  const id = useId();
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={label}
        className="grid place-items-center rounded-full touch:size-11"
      >
        {button}
      </button>
      <div
        id={id}
        popover="auto"
        className="fixed inset-auto top-14 right-3 m-0 w-64 rounded-surface border border-line bg-surface p-2 text-ink shadow-raised"
      >
        {children}
      </div>
    </>
  );
}
