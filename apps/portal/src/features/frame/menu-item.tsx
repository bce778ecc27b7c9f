import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

export interface MenuItemProps {
  icon: LucideIcon;
  children: ReactNode;
  onClick: () => void;
}

/** One line of the person's menu. */
export function MenuItem({ icon: Icon, children, onClick }: MenuItemProps) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="flex h-8.5 items-center gap-2.5 rounded-control px-2 text-left text-soft hover:bg-quiet-soft hover:text-ink touch:h-11"
    >
      <Icon aria-hidden size={16} strokeWidth={1.75} />
      {children}
    </button>
  );
}
