import { Card, EmptyState, LinkButton } from "@fairlead/ui";
import { paths } from "../../paths.ts";
import { PageHead } from "../frame/page-head.tsx";

/** What a declaration cannot do without, and who could give it. */
const REASONS = {
  team: "You can't declare a service: that takes a developer of a team, and you are in none. Whoever looks after your identity provider can put you into a team's group.",
  template: "There is no template yet. A platform engineer publishes one by applying a Template document.",
  environment: "There is no environment yet. A platform engineer makes one by applying an Environment document.",
} as const;

export function DeclareRefused({ missing }: { missing: keyof typeof REASONS }) {
  return (
    <>
      <PageHead trail={[{ label: "Services", href: paths.services() }]} title="Declare a service" />
      <Card>
        <EmptyState action={<LinkButton href={paths.services()}>See the services</LinkButton>}>
          {REASONS[missing]}
        </EmptyState>
      </Card>
    </>
  );
}
