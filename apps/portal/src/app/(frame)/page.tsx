import { EmptyState, LinkButton } from "@fairlead/ui";
import { Plus } from "lucide-react";
import { paths } from "../../paths.ts";

export default function HomePage() {
  return (
    <>
      <h1 className="font-page text-page">Home</h1>
      <EmptyState
        action={
          <LinkButton href={paths.declare()} look="primary" icon={Plus}>
            Declare a service
          </LinkButton>
        }
      >
        The services of your teams stand here: how each one is, and what happened to it lately.
      </EmptyState>
    </>
  );
}
