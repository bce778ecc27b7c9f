"use client";

import { Field } from "@base-ui/react/field";

interface TextAreaProps {
  name: string;
  value: string;
  onChange: (value: string) => void;
  rows?: number;
  placeholder?: string;
  mono?: boolean;
}

/** Several lines of text, in a Field. */
export function TextArea({ rows = 3, mono = false, onChange, ...rest }: TextAreaProps) {
  return (
    <Field.Control
      {...rest}
      onValueChange={onChange}
      render={<textarea rows={rows} spellCheck={!mono} />}
      className={`w-full rounded-control border border-edge bg-surface px-2.5 py-1.5 outline-none placeholder:text-faint focus:border-accent focus:ring-3 focus:ring-accent-soft data-invalid:border-bad max-tablet:text-[1rem] ${mono ? "font-mono text-label" : ""}`}
    />
  );
}
