/** The box of a control: 34 px high, 44 where fingers are, edges of 3:1. */
export const CONTROL_CLASS =
  "flex h-8.5 min-w-0 items-center gap-2 rounded-control border border-edge bg-surface px-2.5 touch:h-11 has-[[data-invalid]]:border-bad has-[[data-invalid]]:ring-3 has-[[data-invalid]]:ring-bad-soft has-[:focus]:border-accent has-[:focus]:ring-3 has-[:focus]:ring-accent-soft";

/** Text boxes on a phone have 16 px, or iOS zooms in. */
export const CONTROL_TEXT_CLASS =
  "w-full min-w-0 bg-transparent outline-none placeholder:text-faint max-tablet:text-[1rem]";
