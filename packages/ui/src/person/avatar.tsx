import { classNames } from "../style/class-names.ts";
import { initialsOf } from "./initials.ts";

export interface AvatarProps {
  name: string;
  /** Teams are square, people round. */
  team?: boolean;
  size?: "small" | "medium";
}

/** Initials beside a name that is written out: decoration for whoever hears the page. */
export function Avatar({ name, team = false, size = "medium" }: AvatarProps) {
  return (
    <span
      aria-hidden
      className={classNames(
        "grid flex-none place-items-center bg-accent-soft font-bold text-accent-strong",
        size === "small" ? "size-5.5 text-[0.5625rem]" : "size-8 text-tiny",
        team ? (size === "small" ? "rounded-control" : "rounded-field") : "rounded-full",
      )}
    >
      {initialsOf(name)}
    </span>
  );
}
