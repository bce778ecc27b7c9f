import { PlainLink } from "@fairlead/ui";
import { Box, Unlink } from "lucide-react";
import { paths } from "../../paths.ts";

export interface ClustersView {
  count: number;
  /** Being prepared or unreachable. */
  away: number;
}

/** How many clusters there are, and whether all of them answer. */
export function ClustersNote({ count, away }: ClustersView) {
  const Icon = away > 0 ? Unlink : Box;
  const clusters = `${count} ${count === 1 ? "cluster" : "clusters"}`;
  return (
    <PlainLink
      href={paths.clusters()}
      className="flex h-8 items-center gap-1.5 whitespace-nowrap rounded-control px-2 text-soft hover:bg-quiet-soft hover:text-ink max-tablet:hidden touch:h-11"
    >
      <Icon aria-hidden size={16} strokeWidth={1.75} className={away > 0 ? "text-warn" : "text-good"} />
      {away > 0 ? `${clusters}, ${away} away` : clusters}
    </PlainLink>
  );
}
