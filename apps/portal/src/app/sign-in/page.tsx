import type { Metadata } from "next";
import { callbackPath } from "../../features/sign-in/callback-path.ts";
import { signInProblem } from "../../features/sign-in/sign-in-problem.ts";
import { SignInScreen } from "../../features/sign-in/sign-in-screen.tsx";

export const metadata: Metadata = { title: "Sign in" };

interface SignInPageProps {
  searchParams: Promise<{ callbackUrl?: string | string[]; error?: string | string[] }>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { callbackUrl, error } = await searchParams;
  return (
    <SignInScreen callbackUrl={callbackPath([callbackUrl].flat()[0])} problem={signInProblem([error].flat()[0])} />
  );
}
