"use client";

import { Search } from "lucide-react";
import Form from "next/form";
import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import { paths } from "../../paths.ts";
import { type ServiceFilter, serviceFilterPath } from "./service-filter.ts";

const WAIT_MS = 200;

/** Filters while somebody types; a plain form before, and without, any script. */
export function FilterBox({ filter }: { filter: ServiceFilter }) {
  const router = useRouter();
  const [text, setText] = useState(filter.text);
  const label = filter.offPlatform ? "Filter resources" : "Filter services";
  const [pending, startTransition] = useTransition();

  useEffect(() => {
    if (text === filter.text) return;
    const timer = setTimeout(
      () => startTransition(() => router.replace(serviceFilterPath({ ...filter, text }), { scroll: false })),
      WAIT_MS,
    );
    return () => clearTimeout(timer);
  }, [text, filter, router]);

  return (
    <Form
      action={filter.offPlatform ? paths.resources() : paths.services()}
      prefetch={false}
      role="search"
      aria-label={filter.offPlatform ? "Resources" : "Services"}
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
        placeholder={label}
        className="w-full min-w-0 bg-transparent outline-none placeholder:text-faint max-tablet:text-[1rem]"
      />
      {filter.mine && <input type="hidden" name="mine" value="1" />}
      {filter.notHealthy && <input type="hidden" name="unhealthy" value="1" />}
    </Form>
  );
}
