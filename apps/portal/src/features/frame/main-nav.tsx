"use client";

import { PlainLink } from "@fairlead/ui";
import { Box, House, Layers, LayoutGrid, type LucideIcon, ShieldCheck } from "lucide-react";
import { usePathname } from "next/navigation";
import { paths } from "../../paths.ts";

interface NavItem {
  label: string;
  href: string;
  icon: LucideIcon;
  /** Also current on addresses that begin so. */
  owns: readonly string[];
  count?: keyof NavCounts;
}

/** How many there are of what stands in the nav. */
export interface NavCounts {
  services?: number | undefined;
  policies?: number | undefined;
  clusters?: number | undefined;
}

const ITEMS: readonly NavItem[] = [
  { label: "Home", href: paths.home(), icon: House, owns: [] },
  {
    label: "Services",
    href: paths.services(),
    icon: LayoutGrid,
    owns: ["/services/", "/resources", "/declare", "/deliveries/"],
    count: "services",
  },
  { label: "Templates", href: paths.templates(), icon: Layers, owns: ["/templates/"] },
  {
    label: "Policies",
    href: paths.policies(),
    icon: ShieldCheck,
    owns: ["/policies/", "/exceptions"],
    count: "policies",
  },
  { label: "Clusters", href: paths.clusters(), icon: Box, owns: [], count: "clusters" },
];

/** Down the side; on a phone a bar at the bottom. */
export function MainNav({ counts }: { counts: NavCounts }) {
  const path = usePathname();
  return (
    <nav
      aria-label="Main"
      className="z-10 grid gap-0.5 tablet:sticky tablet:top-14 tablet:h-[calc(100dvh-3.5rem)] tablet:content-start tablet:border-line tablet:border-r tablet:px-3 tablet:py-4 max-tablet:fixed max-tablet:inset-x-0 max-tablet:bottom-0 max-tablet:auto-cols-fr max-tablet:grid-flow-col max-tablet:border-line max-tablet:border-t max-tablet:bg-surface max-tablet:p-1 max-tablet:pb-[max(0.5rem,env(safe-area-inset-bottom))]"
    >
      {ITEMS.map(({ label, href, icon: Icon, owns, count }) => {
        const current = path === href || owns.some((start) => path.startsWith(start));
        return (
          <PlainLink
            key={href}
            href={href}
            {...(current ? { "aria-current": "page" } : {})}
            className="flex items-center gap-2.5 rounded-control px-2.5 font-medium text-soft transition-colors hover:bg-quiet-soft hover:text-ink aria-[current]:bg-accent-soft aria-[current]:text-accent-strong tablet:h-8.5 tablet:touch:h-11 max-tablet:h-12 max-tablet:flex-col max-tablet:justify-center max-tablet:gap-0.5 max-tablet:text-tiny"
          >
            <Icon aria-hidden size={16} strokeWidth={1.75} />
            {label}
            {count !== undefined && (
              <span className="ml-auto font-normal text-faint text-label tabular-nums max-tablet:hidden">
                {counts[count]}
              </span>
            )}
          </PlainLink>
        );
      })}
    </nav>
  );
}
