"use client";

import { Field } from "@base-ui/react/field";
import { Check } from "lucide-react";
import { type ReactNode, useId } from "react";
import { classNames } from "../style/class-names.ts";
import { CONTROL_CLASS, CONTROL_TEXT_CLASS } from "./control-class.ts";

export interface TextInputProps {
  name: string;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  placeholder?: string;
  /** A name, an image, a path: in the mono face, without help from spell checkers. */
  mono?: boolean;
  /** A unit or a protocol, at the end of the box. */
  suffix?: ReactNode;
  /** The answer has been checked and is good. */
  good?: boolean;
  readOnly?: boolean;
  maxLength?: number;
  /** Offered while somebody types; any other text is taken too. */
  suggestions?: readonly string[];
}

/** One line of text, in a Field. */
export function TextInput({ mono = false, suffix, good = false, suggestions, onChange, ...rest }: TextInputProps) {
  const list = useId();
  return (
    <div className={CONTROL_CLASS}>
      <Field.Control
        {...rest}
        autoComplete="off"
        {...(suggestions === undefined ? {} : { list })}
        {...(mono ? { spellCheck: false, autoCapitalize: "off", autoCorrect: "off" } : {})}
        onValueChange={onChange}
        className={classNames(CONTROL_TEXT_CLASS, mono && "font-mono text-label")}
      />
      {suffix !== undefined && <span className="flex-none text-faint">{suffix}</span>}
      {suggestions !== undefined && (
        <datalist id={list}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
      {good && <Check aria-label="Checked" size={16} strokeWidth={1.9} className="flex-none text-good" />}
    </div>
  );
}
