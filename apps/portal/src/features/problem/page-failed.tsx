"use client";

import { Button, Mono } from "@fairlead/ui";
import { RotateCw } from "lucide-react";
import { Problem } from "./problem.tsx";

export interface PageFailedProps {
  error: unknown;
  retry: () => void;
}

/** For a page that broke. The number is the one that the server has logged. */
export function PageFailed({ error, retry }: PageFailedProps) {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  return (
    <Problem
      title="This page could not be shown"
      actions={
        <Button look="primary" icon={RotateCw} onClick={() => retry()}>
          Try again
        </Button>
      }
    >
      <p>Something broke on our side. What runs in the clusters is not touched by it.</p>
      {digest !== undefined && (
        <p>
          If it stays so, tell the platform team this number: <Mono>{digest}</Mono>
        </p>
      )}
    </Problem>
  );
}
