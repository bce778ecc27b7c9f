"use client";

import { Search } from "lucide-react";
import Form from "next/form";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState, useTransition } from "react";

const WAIT_MS = 200;

export interface SearchBoxProps {
  /** What is searched, such as “Services”. */
  what: string;
  label: string;
  placeholder: string;
  /** The list without a filter. */
  list: string;
  /** As the address has it. */
  text: string;
  /** The address of the list for another text, filtered as it is otherwise. */
  pathFor: (text: string) => string;
  /** What the list is filtered by otherwise, for a form without any script. */
  kept: Readonly<Record<string, string | undefined>>;
}

/** Filters a list while somebody types; a plain form before, and without, any script. */
export function SearchBox({ what, label, placeholder, list, text: asked, pathFor, kept }: SearchBoxProps) {
  const router = useRouter();
  const [text, setText] = useState(asked);
  const [pending, startTransition] = useTransition();
  const go = useEffectEvent(() => startTransition(() => router.replace(pathFor(text), { scroll: false })));

  useEffect(() => {
    if (text === asked) return;
    const timer = setTimeout(() => go(), WAIT_MS);
    return () => clearTimeout(timer);
  }, [text, asked]);

  return (
    <Form
      action={list}
      prefetch={false}
      role="search"
      aria-label={what}
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
        aria-label={label}
        aria-busy={pending}
        placeholder={placeholder}
        className="w-full min-w-0 bg-transparent outline-none placeholder:text-faint max-tablet:text-[1rem]"
      />
      {Object.entries(kept).map(
        ([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
    </Form>
  );
}
