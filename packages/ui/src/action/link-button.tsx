import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { type ButtonShape, buttonClass } from "./button-class.ts";
import { PlainLink } from "./plain-link.tsx";

export interface LinkButtonProps extends ButtonShape {
  href: string;
  icon?: LucideIcon | undefined;
  children: ReactNode;
  /** Where the words alone would not say enough, such as “Edit checkout”. */
  "aria-label"?: string;
}

/** A way to somewhere that looks like a button. */
export function LinkButton({ href, icon: Icon, children, look, small, wide, ...rest }: LinkButtonProps) {
  return (
    <PlainLink href={href} className={buttonClass({ look, small, wide })} {...rest}>
      {Icon && <Icon aria-hidden size={16} strokeWidth={1.75} />}
      {children}
    </PlainLink>
  );
}
