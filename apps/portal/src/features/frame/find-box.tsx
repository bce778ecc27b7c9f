"use client";

import { Kbd } from "@fairlead/ui";
import { Search } from "lucide-react";
import Form from "next/form";
import { usePathname, useSearchParams } from "next/navigation";
import { FIND_BOX_ID } from "./find-box-id.ts";

/** The box that finds anything. A plain form: it works before, and without, any script. */
export function FindBox() {
  const onResult = usePathname() === "/find";
  const query = useSearchParams().get("q") ?? "";
  const shown = onResult ? query : "";
  return (
    <Form
      action="/find"
      prefetch={false}
      role="search"
      aria-label="Find anything"
      className="flex h-9 items-center gap-2.5 rounded-field border border-edge bg-ground pr-2 pl-3 has-[:focus]:border-accent has-[:focus]:ring-3 has-[:focus]:ring-accent-soft max-tablet:col-span-2 max-tablet:row-start-2 touch:h-11"
    >
      <Search aria-hidden size={16} strokeWidth={1.75} className="flex-none text-faint" />
      <input
        key={shown}
        id={FIND_BOX_ID}
        type="search"
        name="q"
        defaultValue={shown}
        maxLength={500}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-label="Find a service, owner, host, pod or image"
        placeholder="Find a service, owner, host, pod, image…"
        className="w-full min-w-0 bg-transparent outline-none placeholder:text-faint max-tablet:text-[1rem] [&::-webkit-search-cancel-button]:appearance-none"
      />
      <span aria-hidden className="max-tablet:hidden">
        <Kbd>/</Kbd>
      </span>
    </Form>
  );
}
