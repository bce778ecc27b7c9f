import type { OwnerOption } from "./common-questions.tsx";

/** The owner that a service has stays among those that can be chosen. */
export function withCurrentOwner(
  owners: readonly OwnerOption[],
  current: { team: string; title: string },
): readonly OwnerOption[] {
  if (owners.some(({ team }) => team === current.team)) return owners;
  return [{ team: current.team, title: current.title, note: "The owner it has." }, ...owners];
}
