import { Avatar, Flyout, initialsOf } from "@fairlead/ui";
import { ShortcutsMenuItem } from "../shortcuts/shortcuts-menu-item.tsx";
import { SignOutMenuItem } from "./sign-out-menu-item.tsx";

export interface PersonView {
  name: string;
  email?: string | undefined;
  /** Such as “Platform engineer” or the teams they are in. */
  standing?: string | undefined;
}

/** Who is signed in, and what concerns them alone. */
export function PersonMenu({ name, email, standing }: PersonView) {
  return (
    <Flyout label={`Your account: ${name}, ${initialsOf(name)}`} button={<Avatar name={name} />}>
      <div className="grid gap-0.5 border-line border-b px-2 pt-1 pb-2">
        <span className="break-words font-bold">{name}</span>
        {email !== undefined && <span className="break-words text-faint text-label">{email}</span>}
        {standing !== undefined && <span className="text-faint text-label">{standing}</span>}
      </div>
      <div className="grid pt-1">
        <ShortcutsMenuItem />
        <SignOutMenuItem />
      </div>
    </Flyout>
  );
}
