import { createHash } from "node:crypto";

const STYLE = `
:root { color-scheme: light dark; }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 16px;
  background: light-dark(#f6f8f8, #0b1011); color: light-dark(#101819, #e9f0f0);
  font: 15px/22px system-ui, sans-serif; }
main { width: 100%; max-width: 440px; padding: 28px; border-radius: 8px;
  background: light-dark(#fff, #121819); border: 1px solid light-dark(#dfe5e6, #222c2e); }
h1 { font-size: 20px; line-height: 28px; margin: 0 0 8px; }
p { margin: 0 0 20px; color: light-dark(#4a595c, #aebcbe); }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 10px; }
button { width: 100%; min-height: 64px; padding: 12px 16px; text-align: left; font: inherit; color: inherit; cursor: pointer;
  border-radius: 6px; background: none; border: 1px solid light-dark(#818f93, #64767a); }
button:hover { background: light-dark(#e0f1ef, #12312f); }
:focus-visible { outline: 3px solid light-dark(#0d6e6a, #55c7bd); outline-offset: 2px; }
strong { display: block; }
small { font-size: 13px; line-height: 18px; color: light-dark(#4a595c, #aebcbe); }
a { color: light-dark(#0d6e6a, #55c7bd); }
`;

/** What the pages' Content-Security-Policy allows: their one style sheet, and their one form. */
export function contentPolicy(portalUrl: string): string {
  const digest = createHash("sha256").update(STYLE).digest("base64");
  // A browser holds the form to where its answer leads, which is the portal in the end.
  return `default-src 'none'; style-src 'sha256-${digest}'; form-action 'self' ${portalUrl}; base-uri 'none'; frame-ancestors 'none'`;
}

/** A whole page; `body` is HTML, its variable parts escaped. */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${body}
</main>
</body>
</html>
`;
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
