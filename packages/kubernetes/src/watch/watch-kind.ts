import { setTimeout as wait } from "node:timers/promises";
import { ClusterError } from "@fairlead/application";
import type { KubernetesObject } from "@fairlead/domain";
import * as z from "zod";
import type { Session } from "../credentials/session.ts";
import { readList, readObject, withoutManagers } from "../read-object.ts";

export interface WatchKindOptions {
  session: Session;
  path: string;
  labelSelector: string;
  onSeen(object: KubernetesObject): void;
  onGone(object: KubernetesObject): void;
  /** After a full list: everything that is there. What is not among it is gone. */
  onSynced(uids: ReadonlySet<string>): void;
  signal: AbortSignal;
}

const PAGE = "500";
/** API servers send a bookmark about every minute; two missed ones are a dead connection. */
const IDLE_MS = 150_000;
const BACKOFF_MS = { first: 500, most: 30_000 };

const bookmarkSchema = z.object({ metadata: z.object({ resourceVersion: z.string() }) });
const eventSchema = z.object({ type: z.string(), object: z.unknown() });

/**
 * Follows one kind: lists it, watches from there, and lists again when the server has forgotten where we were. Goes on
 * until it is told to stop. A server that is busy, or forgetful, is waited for; anything else is thrown, for the caller
 * to tell people and to begin anew.
 */
export async function watchKind(options: WatchKindOptions): Promise<never> {
  for (let delayMs = BACKOFF_MS.first; ; delayMs = Math.min(delayMs * 2, BACKOFF_MS.most)) {
    try {
      let resourceVersion = await listAll(options);
      delayMs = BACKOFF_MS.first;
      for (;;) resourceVersion = await watchFrom(options, resourceVersion);
    } catch (error) {
      options.signal.throwIfAborted();
      const isPassing = error instanceof ClusterError && (error.failure === "gone" || error.failure === "busy");
      if (!isPassing) throw error;
      await wait(delayMs, undefined, { signal: options.signal });
    }
  }
}

async function listAll({ session, path, labelSelector, onSeen, onSynced, signal }: WatchKindOptions): Promise<string> {
  const uids = new Set<string>();
  let page: ReturnType<typeof readList> | undefined;
  do {
    const at = page?.continueToken === undefined ? {} : { continue: page.continueToken };
    const query = { labelSelector, limit: PAGE, ...at };
    page = readList(await session.request({ method: "GET", path, query, signal }));
    for (const object of page.items) {
      uids.add(object.metadata.uid ?? "");
      onSeen(withoutManagers(object));
    }
  } while (page.continueToken !== undefined);
  onSynced(uids);
  return page.resourceVersion;
}

/** One watch, until the server ends it (they do, every few minutes). Gives where to go on from. */
async function watchFrom(
  { session, path, labelSelector, onSeen, onGone, signal }: WatchKindOptions,
  from: string,
): Promise<string> {
  let resourceVersion = from;
  const query = { labelSelector, watch: "true", allowWatchBookmarks: "true", resourceVersion: from };
  for await (const line of session.lines({ method: "GET", path, query, signal, idleMs: IDLE_MS })) {
    const { type, object: raw } = eventSchema.parse(line);
    if (type === "ERROR") throw new ClusterError("gone", session.cluster, "it has forgotten where the watch was");
    if (type === "BOOKMARK") {
      resourceVersion = bookmarkSchema.parse(raw).metadata.resourceVersion;
      continue;
    }
    const object = withoutManagers(readObject(raw));
    resourceVersion = object.metadata.resourceVersion ?? resourceVersion;
    if (type === "DELETED") onGone(object);
    else onSeen(object);
  }
  return resourceVersion;
}
