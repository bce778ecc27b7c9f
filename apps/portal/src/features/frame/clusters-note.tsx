import { PlainLink } from "@fairlead/ui";
import { Box, Hourglass, type LucideIcon, Unlink } from "lucide-react";
import { paths } from "../../paths.ts";

export interface ClusterInFrame {
  name: string;
  unreachableSince?: string | undefined;
  preparation?: object | undefined;
}

/** How many clusters there are, and whether all of them answer. */
export function ClustersNote({ clusters }: { clusters: readonly ClusterInFrame[] }) {
  const count = `${clusters.length} ${clusters.length === 1 ? "cluster" : "clusters"}`;
  const { icon: Icon, tone, note } = standing(clusters);
  return (
    <PlainLink
      href={paths.clusters()}
      className="flex h-8 items-center gap-1.5 whitespace-nowrap rounded-control px-2 text-soft hover:bg-quiet-soft hover:text-ink max-tablet:hidden touch:h-11"
    >
      <Icon aria-hidden size={16} strokeWidth={1.75} className={tone} />
      {note === undefined ? count : `${count}, ${note}`}
    </PlainLink>
  );
}

function standing(clusters: readonly ClusterInFrame[]): { icon: LucideIcon; tone: string; note?: string } {
  const away = clusters.filter(({ unreachableSince }) => unreachableSince !== undefined).length;
  if (away > 0) return { icon: Unlink, tone: "text-warn", note: `${away} away` };
  const coming = clusters.filter(({ preparation }) => preparation !== undefined).length;
  if (coming > 0) return { icon: Hourglass, tone: "text-moving", note: `${coming} being prepared` };
  return { icon: Box, tone: "text-good" };
}
