export interface ProgressBarProps {
  /** 0 to 1; without it the end is not known. */
  value?: number | undefined;
  /** What is under way. */
  label: string;
}

/** How far something is. */
export function ProgressBar({ value, label }: ProgressBarProps) {
  return (
    <progress
      aria-label={label}
      {...(value === undefined ? {} : { value, max: 1 })}
      className="block h-1.5 w-full appearance-none overflow-hidden rounded-full bg-quiet-soft accent-moving indeterminate:bg-moving-soft [&:indeterminate::-webkit-progress-bar]:bg-moving-soft indeterminate:motion-safe:animate-pulse [&::-moz-progress-bar]:bg-moving [&::-webkit-progress-bar]:bg-quiet-soft [&::-webkit-progress-value]:bg-moving"
    />
  );
}
