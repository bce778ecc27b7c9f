import { escapeHtml, page } from "./page.ts";
import { PEOPLE } from "./people.ts";

/** Where one chooses who to be. */
export function signInPage(action: string): string {
  const choices = Object.values(PEOPLE)
    .map(
      ({ id, name, role }) =>
        `<li><button name="person" value="${id}"><strong>${escapeHtml(name)}</strong><small>${escapeHtml(role)}</small></button></li>`,
    )
    .join("\n");
  return page(
    "Choose who you are · Fairlead sandbox",
    `<h1>Choose who you are</h1>
<p>This is the sandbox's identity provider, not a real one. There are no passwords here; it listens on this machine only.</p>
<form method="post" action="${escapeHtml(action)}">
<ul>
${choices}
</ul>
</form>`,
  );
}

/** What cannot go on, and the way back. */
export function failurePage(portalUrl: string): string {
  return page(
    "Sign-in did not work · Fairlead sandbox",
    `<h1>This sign-in cannot go on</h1>
<p>It was begun too long ago, in another browser, or before the sandbox was restarted.</p>
<a href="${escapeHtml(portalUrl)}">Go back to Fairlead and sign in again</a>`,
  );
}
