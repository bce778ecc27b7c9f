import { canonicalQuantity } from "./canonical-quantity.ts";
import type { Json } from "./json-edit.ts";

/** A map of amounts as the API server writes it: `cpu: 1` is the quantity "1". */
export function quantitiesAsText(amounts: Json): Json {
  return Object.fromEntries(Object.entries(amounts).map(([key, amount]) => [key, canonicalQuantity(String(amount))]));
}
