import { classNames } from "../style/class-names.ts";

const SHAPES = {
  line: "h-4 w-2/3 rounded-small",
  row: "h-11 w-full rounded-control",
  card: "h-32 w-full rounded-surface",
} as const;

/** Holds the place of what is on its way, so that nothing moves when it comes. */
export function Skeleton({ shape = "line" }: { shape?: keyof typeof SHAPES }) {
  return <span aria-hidden className={classNames("block motion-safe:animate-pulse bg-quiet-soft", SHAPES[shape])} />;
}
