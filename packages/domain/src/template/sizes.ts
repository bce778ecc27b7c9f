import { quantityValue } from "../document/quantity.ts";
import type { Size, TemplateDocument } from "../document/template.ts";

export interface NamedSize extends Size {
  name: string;
}

/**
 * The sizes that a template offers, the smallest first. By what they hold and not by where they stand: a database may
 * give a document's keys back in another order.
 */
export function sizesOf(template: TemplateDocument): NamedSize[] {
  return Object.entries(template.spec.sizes)
    .map(([name, size]) => ({ name, ...size }))
    .sort((a, b) => amount(a.memory, b.memory) || amount(a.cpu, b.cpu) || (a.name < b.name ? -1 : 1));
}

export function findSize(template: TemplateDocument, name: string): NamedSize | undefined {
  return sizesOf(template).find((size) => size.name === name);
}

function amount(a: string, b: string): number {
  return (quantityValue(a) ?? 0) - (quantityValue(b) ?? 0);
}
