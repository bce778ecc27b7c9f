/**
 * The content security policy of one answer. Scripts run only with this answer's nonce; `strict-dynamic` lets those
 * load their own chunks. Styles come from files, and
 * with the nonce from the code editor, which makes its own; Base UI writes `style` attributes into server HTML, so attributes
 * alone are allowed. Signing in needs no foreign `form-action`: it goes by fetch and then by address.
 *
 * @param development `next dev` evaluates code and inlines styles; never true in a build
 */
export function contentPolicy(nonce: string, development: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
