import type { Tx } from "../prisma-transaction.ts";

export interface SearchEntry {
  kind: string;
  name: string;
  /** Everything by which it may be looked for. */
  words: readonly (string | undefined)[];
  entityId?: string;
  teamId?: string;
}

/** Keeps the search in step, in the same transaction as what it points at. */
export async function saveSearchEntry(tx: Tx, { kind, name, words, ...target }: SearchEntry): Promise<void> {
  const body = words
    .filter((word) => word !== undefined && word !== "")
    .join("\n")
    .toLowerCase();
  await tx.searchEntry.upsert({
    where: { kind_name: { kind, name } },
    create: { kind, name, body, ...target },
    update: { body, ...target },
  });
}
