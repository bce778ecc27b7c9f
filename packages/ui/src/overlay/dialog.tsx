"use client";

import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "../action/icon-button.tsx";

export interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** The buttons, the one that goes ahead last. */
  footer?: ReactNode;
}

/** A decision that interrupts. On a phone it comes from below, within reach of a thumb. */
export function Dialog({ open, onOpenChange, title, description, children, footer }: DialogProps) {
  return (
    <BaseDialog.Root open={open} onOpenChange={onOpenChange}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-20 bg-veil transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <BaseDialog.Popup className="fixed inset-x-0 bottom-0 z-20 flex max-h-[92dvh] flex-col overflow-clip rounded-t-surface border border-line bg-surface shadow-raised transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0 tablet:inset-x-auto tablet:top-[12vh] tablet:bottom-auto tablet:left-1/2 tablet:max-h-[76vh] tablet:w-136 tablet:max-w-[calc(100vw-3rem)] tablet:-translate-x-1/2 tablet:rounded-surface">
          <header className="flex items-start justify-between gap-4 px-5 pt-4">
            <div className="grid gap-1">
              <BaseDialog.Title className="font-bold text-section">{title}</BaseDialog.Title>
              {description !== undefined && (
                <BaseDialog.Description className="text-soft">{description}</BaseDialog.Description>
              )}
            </div>
            <BaseDialog.Close render={<IconButton icon={X} label="Close" />} />
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">{children}</div>
          {footer !== undefined && (
            <footer className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3">{footer}</footer>
          )}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
