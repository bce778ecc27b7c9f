"use client";

import { Banner, Button } from "@fairlead/ui";
import { useState } from "react";

export interface SignInButtonProps {
  /** A path of the portal to come back to. */
  callbackUrl: string;
}

/** Goes to the identity provider. Without a script this cannot be done: a form may not lead to another host. */
export function SignInButton({ callbackUrl }: SignInButtonProps) {
  const [state, setState] = useState<"idle" | "leaving" | "failed">("idle");

  async function leave() {
    setState("leaving");
    try {
      const { startSignIn } = await import("@fairlead/auth/browser");
      location.assign(await startSignIn(callbackUrl));
    } catch {
      setState("failed");
    }
  }
  return (
    <div className="grid gap-4">
      <Button look="primary" wide busy={state === "leaving"} onClick={leave}>
        Sign in with single sign-on
      </Button>
      {state === "failed" && (
        <Banner tone="bad" title="The identity provider could not be asked" urgent>
          Try again in a moment. If it stays so, the platform team can see why in the portal's log.
        </Banner>
      )}
    </div>
  );
}
