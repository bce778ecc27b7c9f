"use client";

import { Button, Card, Field, InlineButton, TextArea } from "@fairlead/ui";
import { useState } from "react";
import type { Answers } from "../../answers.ts";

export interface PublishCardProps {
  /** What the text says; missing where it cannot be read yet. */
  version: string | undefined;
  suggested: Answers["template"]["check"]["suggested"];
  /** Why it cannot be published yet. */
  refusal: string | undefined;
  busy: boolean;
  onRaise: (version: string) => void;
  onPublish: (note: string) => void;
}

/** The last step: which number, what is new in it, and off it goes. It cannot be taken back. */
export function PublishCard({ version, suggested, refusal, busy, onRaise, onPublish }: PublishCardProps) {
  const [note, setNote] = useState("");
  const missing = note.trim() === "" ? "Say what is new in it: the owners of services decide by that." : undefined;
  return (
    <Card title="Publish">
      <div className="grid gap-3">
        {suggested !== undefined && suggested.version !== version && (
          <p className="text-soft">
            It should be {suggested.version}, since {suggested.because}.{" "}
            <InlineButton onClick={() => onRaise(suggested.version)}>Make it {suggested.version}</InlineButton>
          </p>
        )}
        <Field label="What is new" hint="Stands beside the version wherever somebody decides to upgrade.">
          <TextArea name="note" value={note} onChange={setNote} rows={2} />
        </Field>
        <Button look="primary" busy={busy} refusal={refusal ?? missing} onClick={() => onPublish(note.trim())}>
          {version === undefined ? "Publish" : `Publish ${version}`}
        </Button>
        <p className="text-faint text-label">A published version never changes.</p>
      </div>
    </Card>
  );
}
