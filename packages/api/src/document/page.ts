import * as z from "zod";

/** What a list takes: how many, and from where on. */
export const pageInputSchema = z.strictObject({
  /** From the page before; left out for the first. */
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** A page of a list. Without `nextCursor` it is the last. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().optional() });
}
