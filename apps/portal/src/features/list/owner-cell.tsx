import { Avatar } from "@fairlead/ui";

/** Whose a row is. */
export function OwnerCell({ owner }: { owner: { title: string } }) {
  return (
    <span className="flex items-center gap-2">
      <Avatar name={owner.title} team size="small" />
      {owner.title}
    </span>
  );
}
