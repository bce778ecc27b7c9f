import { PlainLink } from "@fairlead/ui";
import { paths } from "../../paths.ts";

/** The mark, a rope led through an eye, and the name. */
export function Brand() {
  return (
    <PlainLink href={paths.home()} className="flex items-center gap-2.5 justify-self-start rounded-control touch:h-11">
      <svg
        viewBox="0 0 22 22"
        fill="none"
        stroke="currentColor"
        strokeLinecap="round"
        aria-hidden="true"
        className="size-5.5 text-accent"
      >
        <circle cx="11" cy="11" r="6.2" strokeWidth="2.6" />
        <path d="M1.5 17.5C6 17 8 13.5 11 11s5-6 9.5-6.5" strokeWidth="2" />
      </svg>
      <span className="font-page text-section">Fairlead</span>
    </PlainLink>
  );
}
