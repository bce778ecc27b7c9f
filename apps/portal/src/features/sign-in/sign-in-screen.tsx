import { Banner, Card } from "@fairlead/ui";
import { Brand } from "../frame/brand.tsx";
import { SignInButton } from "./sign-in-button.tsx";

export interface SignInScreenProps {
  callbackUrl: string;
  /** Why the last try did not work. */
  problem?: string | undefined;
}

export function SignInScreen({ callbackUrl, problem }: SignInScreenProps) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-100 content-center gap-6 px-4 pb-24">
      <Brand />
      <Card>
        <div className="grid gap-4 py-2">
          <div className="grid gap-1">
            <h1 className="font-page text-page">Sign in</h1>
            <p className="text-reading text-soft">What runs, who owns it, and how to reach them.</p>
          </div>
          {problem !== undefined && <Banner tone="bad" title={problem} />}
          <SignInButton callbackUrl={callbackUrl} />
        </div>
      </Card>
    </main>
  );
}
