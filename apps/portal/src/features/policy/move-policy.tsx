"use client";

import { Button } from "@fairlead/ui";
import { CalendarClock } from "lucide-react";
import { useState } from "react";
import { MovePolicyDialog } from "./move-policy-dialog.tsx";
import type { PolicyView } from "./policy-view.ts";

/** The way to another stage. */
export function MovePolicy({ policy, refusal }: { policy: PolicyView; refusal: string | undefined }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="primary" icon={CalendarClock} refusal={refusal} onClick={() => setOpen(true)}>
        Move
      </Button>
      {open && <MovePolicyDialog policy={policy} onClose={() => setOpen(false)} />}
    </>
  );
}
