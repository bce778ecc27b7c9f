import { LinkButton } from "@fairlead/ui";
import { paths } from "../../paths.ts";
import { ThemeSwitch } from "../theme/theme-switch.tsx";
import { Brand } from "./brand.tsx";
import { type ClusterInFrame, ClustersNote } from "./clusters-note.tsx";
import { FindBox } from "./find-box.tsx";
import { PersonMenu, type PersonView } from "./person-menu.tsx";

export interface TopBarProps {
  /** Nobody: then the way to sign in stands there. */
  person?: PersonView | undefined;
  clusters?: readonly ClusterInFrame[] | undefined;
}

export function TopBar({ person, clusters }: TopBarProps) {
  return (
    <header className="sticky top-0 z-10 grid items-center border-line border-b bg-surface max-tablet:grid-cols-[1fr_auto] max-tablet:gap-x-3 max-tablet:gap-y-1 max-tablet:px-4 max-tablet:pt-1 max-tablet:pb-2.5 tablet:h-14 tablet:grid-cols-[10.75rem_minmax(0,40rem)_1fr] tablet:gap-x-6 tablet:pr-6 tablet:pl-5 desk:grid-cols-[13.5rem_minmax(0,40rem)_1fr]">
      <Brand />
      <FindBox />
      <div className="flex items-center justify-end gap-2 max-tablet:col-start-2 max-tablet:row-start-1">
        {clusters !== undefined && clusters.length > 0 && <ClustersNote clusters={clusters} />}
        <ThemeSwitch />
        {person === undefined ? <LinkButton href={paths.signIn()}>Sign in</LinkButton> : <PersonMenu {...person} />}
      </div>
    </header>
  );
}
