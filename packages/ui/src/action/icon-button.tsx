import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";

export interface IconButtonProps extends Omit<ComponentProps<"button">, "className" | "style" | "disabled" | "title"> {
  icon: LucideIcon;
  /** Its accessible name, shown on hover too. */
  label: string;
}

export function IconButton({ icon: Icon, label, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className="grid size-8 flex-none place-items-center rounded-control text-soft transition-colors hover:bg-quiet-soft hover:text-ink touch:size-11"
      {...rest}
    >
      <Icon aria-hidden size={16} strokeWidth={1.75} />
    </button>
  );
}
