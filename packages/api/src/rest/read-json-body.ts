import { AppError } from "@fairlead/domain";

/** Lists and groups inside one another; documents need about ten. */
const MAX_DEPTH = 100;

/** Reads a JSON body of at most `maxBytes`, and stops reading there. */
export async function readJsonBody(request: Request, maxBytes: number): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\b/i.test(type)) {
    throw new AppError("invalid", "The body is not JSON. Send it with Content-Type: application/json.");
  }
  const text = await readText(request, maxBytes);
  const value = parse(text);
  if (isDeeperThan(value, MAX_DEPTH)) {
    throw new AppError("invalid", `The body nests more than ${MAX_DEPTH} levels deep. Make it flatter.`);
  }
  return value;
}

async function readText(request: Request, maxBytes: number): Promise<string> {
  const tooLarge = new AppError(
    "too-large",
    `The request is larger than ${maxBytes / 1024 / 1024} MiB. Send less at once, in several requests.`,
  );
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge;
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let bytes = 0;
  try {
    for await (const chunk of request.body ?? []) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) throw tooLarge;
      text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new AppError("invalid", "The body is not UTF-8 text.");
    throw error;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new AppError("invalid", "The body is not JSON. Check its brackets, quotes and commas.");
  }
}

/** Level by level instead of recursively: a deep value must not exhaust the stack here either. */
function isDeeperThan(value: unknown, max: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > max) return true;
    level = level.flatMap((item) => (typeof item === "object" && item !== null ? Object.values(item) : []));
  }
  return false;
}
