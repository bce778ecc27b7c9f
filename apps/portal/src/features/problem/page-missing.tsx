import { LinkButton } from "@fairlead/ui";
import { paths } from "../../paths.ts";
import { Problem } from "./problem.tsx";

/** For an address at which there is nothing, or nothing any more. */
export function PageMissing() {
  return (
    <Problem
      title="There is nothing at this address"
      actions={
        <>
          <LinkButton href={paths.services()} look="primary">
            See the services
          </LinkButton>
          <LinkButton href={paths.home()}>Go home</LinkButton>
        </>
      }
    >
      <p>It may have been removed, or the address was cut on its way to you. The box above finds things by any name.</p>
    </Problem>
  );
}
