import { classNames } from "../style/class-names.ts";

/** `primary` is the one main action of a page; `quiet` has no edge; `danger` takes something away. */
export type ButtonLook = "primary" | "plain" | "quiet" | "danger";

const LOOKS = {
  primary: "border-accent bg-accent text-on-accent hover:border-accent-strong hover:bg-accent-strong",
  plain: "border-line-strong bg-surface text-ink hover:border-edge hover:bg-ground",
  quiet: "border-transparent text-soft hover:bg-quiet-soft hover:text-ink",
  danger: "border-line-strong bg-surface text-bad hover:border-bad hover:bg-bad-soft",
} as const satisfies Record<ButtonLook, string>;

const REFUSED = "border-line bg-sunken text-faint";

export interface ButtonShape {
  look?: ButtonLook | undefined;
  /** 28 px instead of 32; both are 44 px where fingers are. */
  small?: boolean | undefined;
  /** Takes the whole width. */
  wide?: boolean | undefined;
}

/** The looks of a button, for whatever element it is. */
export function buttonClass({ look = "plain", small = false, wide = false }: ButtonShape, refused = false): string {
  return classNames(
    "inline-flex items-center justify-center gap-1.5 whitespace-nowrap rounded-control border font-strong",
    "transition-colors touch:h-11 touch:px-3 touch:text-body",
    small ? "h-7 px-2.5 text-label" : "h-8 px-3 text-body",
    wide && "w-full",
    refused ? REFUSED : LOOKS[look],
  );
}
