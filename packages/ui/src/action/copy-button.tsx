"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { buttonClass } from "./button-class.ts";

const CONFIRM_MS = 1600;

export interface CopyButtonProps {
  text: string;
  /** What is copied, such as “Copy manifest”. */
  label: string;
}

export function CopyButton({ text, label }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), CONFIRM_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  // Browsers offer the clipboard to https and localhost only; elsewhere the text can still be selected by hand.
  const copy = () => navigator.clipboard?.writeText(text).then(() => setCopied(true));
  const Icon = copied ? Check : Copy;
  return (
    <button type="button" className={buttonClass({ look: "quiet", small: true })} onClick={copy} aria-label={label}>
      <Icon aria-hidden size={14} strokeWidth={1.75} />
      <span aria-live="polite">{copied ? "Copied" : "Copy"}</span>
    </button>
  );
}
