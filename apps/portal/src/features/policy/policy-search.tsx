"use client";

import { Search } from "lucide-react";
import Form from "next/form";
import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import { paths } from "../../paths.ts";
import { type PolicyFilter, policyFilterPath } from "./policy-filter.ts";

const WAIT_MS = 200;

/** Filters while somebody types; a plain form before, and without, any script. */
export function PolicySearch({ filter }: { filter: PolicyFilter }) {
  const router = useRouter();
  const [text, setText] = useState(filter.text);
  const [pending, startTransition] = useTransition();

  useEffect(() => {
    if (text === filter.text) return;
    const timer = setTimeout(
      () => startTransition(() => router.replace(policyFilterPath({ ...filter, text }), { scroll: false })),
      WAIT_MS,
    );
    return () => clearTimeout(timer);
  }, [text, filter, router]);

  return (
    <Form
      action={paths.policies()}
      prefetch={false}
      role="search"
      aria-label="Policies"
      className="flex h-8.5 w-70 max-w-full items-center gap-2 rounded-control border border-edge bg-surface px-2.5 has-[:focus]:border-accent has-[:focus]:ring-3 has-[:focus]:ring-accent-soft max-tablet:w-full touch:h-11"
    >
      <Search aria-hidden size={16} strokeWidth={1.75} className="flex-none text-faint" />
      <input
        type="search"
        name="text"
        value={text}
        onChange={(event) => setText(event.target.value)}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        aria-label="Filter policies"
        aria-busy={pending}
        placeholder="A word, or a control such as CIS 5.2"
        className="w-full min-w-0 bg-transparent outline-none placeholder:text-faint max-tablet:text-[1rem]"
      />
      {filter.stage !== undefined && <input type="hidden" name="stage" value={filter.stage} />}
      {filter.broken && <input type="hidden" name="broken" value="1" />}
      {filter.differing && <input type="hidden" name="differing" value="1" />}
    </Form>
  );
}
