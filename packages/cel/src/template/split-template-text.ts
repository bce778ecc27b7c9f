/** A piece of a text with `${…}` in it: words as they are, or an expression with its place. */
export type TemplatePiece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "expression"; readonly expression: string; readonly offset: number };

/** Splits a text at its `${…}`; `$${` stands for `${` itself. Undefined where a `${` is never closed. */
export function splitTemplateText(text: string): TemplatePiece[] | undefined {
  const pieces: TemplatePiece[] = [];
  let words = "";
  let at = 0;
  while (at < text.length) {
    const start = text.indexOf("${", at);
    if (start < 0) break;
    if (start > at && text[start - 1] === "$") {
      words += text.slice(at, start + 2).replace(/\$\$\{$/, "${");
      at = start + 2;
      continue;
    }
    const end = endOfExpression(text, start + 2);
    if (end === undefined) return undefined;
    words += text.slice(at, start);
    if (words !== "") pieces.push({ kind: "text", text: words });
    words = "";
    pieces.push({ kind: "expression", expression: text.slice(start + 2, end), offset: start + 2 });
    at = end + 1;
  }
  words += text.slice(at);
  if (words !== "" || pieces.length === 0) pieces.push({ kind: "text", text: words });
  return pieces;
}

/** Where the brace that closes an expression stands: not one inside a map or a string of the expression. */
function endOfExpression(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === '"' || character === "'") {
      const end = endOfString(text, at);
      if (end === undefined) return undefined;
      at = end;
    } else if (character === "{") {
      depth += 1;
    } else if (character === "}") {
      if (depth === 0) return at;
      depth -= 1;
    }
  }
  return undefined;
}

/** The offset of the quote that ends the string which begins at `start`. */
function endOfString(text: string, start: number): number | undefined {
  const quote = text[start] ?? "";
  const delimiter = text.startsWith(quote.repeat(3), start) ? quote.repeat(3) : quote;
  const raw = /[rR]$/.test(text.slice(Math.max(0, start - 2), start));
  for (let at = start + delimiter.length; at < text.length; at++) {
    if (text[at] === "\\" && !raw) at += 1;
    else if (text.startsWith(delimiter, at)) return at + delimiter.length - 1;
  }
  return undefined;
}
