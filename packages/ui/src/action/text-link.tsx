import { classNames } from "../style/class-names.ts";
import { PlainLink, type PlainLinkProps } from "./plain-link.tsx";

export interface TextLinkProps extends Omit<PlainLinkProps, "className"> {
  /** A name in a list: in the colour of text, bold. */
  strong?: boolean;
}

export function TextLink({ strong = false, ...rest }: TextLinkProps) {
  return (
    <PlainLink
      className={classNames(
        "rounded-small underline-offset-3",
        strong
          ? "font-bold text-ink hover:underline"
          : "text-accent underline decoration-line-strong hover:decoration-current",
      )}
      {...rest}
    />
  );
}
