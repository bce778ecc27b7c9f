import NextLink from "next/link";
import type { ReactNode } from "react";

/** `tel:`, `mailto:` and other hosts are the browser's business, not the router's. */
const OUTSIDE = /^[a-z][a-z0-9+.-]*:/i;

export interface PlainLinkProps {
  href: string;
  children: ReactNode;
  className?: string;
  "aria-label"?: string;
  "aria-current"?: "page" | "true";
}

/** A link without looks. Inside it does not prefetch: a table of two hundred links would ask for two hundred pages. */
export function PlainLink({ href, ...rest }: PlainLinkProps) {
  if (OUTSIDE.test(href)) return <a href={href} rel="noreferrer" {...rest} />;
  return <NextLink href={href} prefetch={false} {...rest} />;
}
