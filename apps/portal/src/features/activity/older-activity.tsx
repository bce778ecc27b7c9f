import { LinkButton } from "@fairlead/ui";
import { paths } from "../../paths.ts";

/** The way to the page before. */
export function OlderActivity({ service, before }: { service: string; before: string | undefined }) {
  if (before === undefined) return null;
  return (
    <div className="flex justify-end">
      <LinkButton href={`${paths.service(service, "activity")}?before=${before}`}>Older</LinkButton>
    </div>
  );
}
