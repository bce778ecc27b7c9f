import { LoaderCircle, type LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";
import { type ButtonShape, buttonClass } from "./button-class.ts";
import { RefusedButton } from "./refused-button.tsx";

export interface ButtonProps extends ButtonShape, Omit<ComponentProps<"button">, "className" | "style" | "disabled"> {
  /** Stands before the words; says nothing by itself. */
  icon?: LucideIcon | undefined;
  /** The action is under way: the button stays where it is and does nothing. */
  busy?: boolean | undefined;
  /** Why it cannot be done, and who could: the button stays visible, can be reached, and says so. */
  refusal?: string | undefined;
}

/** A button is a verb. It is never `disabled`: a control that is refused says why. */
export function Button({ look, small, wide, icon: Icon, busy, refusal, children, onClick, ...rest }: ButtonProps) {
  if (refusal !== undefined) {
    return (
      <RefusedButton look={look} small={small} wide={wide} reason={refusal}>
        {Icon && <Icon aria-hidden size={16} strokeWidth={1.75} />}
        {children}
      </RefusedButton>
    );
  }
  return (
    <button
      type="button"
      {...rest}
      {...(busy ? { "aria-disabled": true, "aria-busy": true, type: "button" } : { onClick })}
      className={buttonClass({ look, small, wide })}
    >
      {busy ? (
        <LoaderCircle aria-hidden size={16} strokeWidth={1.75} className="motion-safe:animate-turn" />
      ) : (
        Icon && <Icon aria-hidden size={16} strokeWidth={1.75} />
      )}
      {children}
    </button>
  );
}
