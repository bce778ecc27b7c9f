import type { StreamedChange } from "@fairlead/api";

type Listener = (change: StreamedChange) => void;

const EVERYTHING: StreamedChange = { kind: "everything" };
const AGAIN_MS = 3000;

const listeners = new Set<Listener>();
let stop: (() => void) | undefined;

/**
 * Tells what changes on the server. One stream per tab however many listen, and none while the tab is hidden: a browser
 * has six connections per host, and a seventh tab would wait for ever. Who comes back is told to look at everything.
 */
export function onChange(listener: Listener): () => void {
  if (listeners.size === 0) document.addEventListener("visibilitychange", follow);
  listeners.add(listener);
  follow();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    document.removeEventListener("visibilitychange", follow);
    follow();
  };
}

function follow() {
  const wanted = listeners.size > 0 && document.visibilityState === "visible";
  if (wanted && stop === undefined) stop = open();
  if (!wanted) {
    stop?.();
    stop = undefined;
  }
}

let wasOpen = false;

function open(): () => void {
  let ended = false;
  let end = () => {};
  let again: ReturnType<typeof setTimeout> | undefined;
  const tell = (change: StreamedChange) => {
    for (const listener of listeners) listener(change);
  };
  const connect = async () => {
    const { browserApi } = await import("./browser-api.ts");
    if (ended) return;
    const retry = () => {
      if (ended) return;
      clearTimeout(again);
      again = setTimeout(connect, AGAIN_MS);
    };
    const subscription = browserApi.live.changes.subscribe(
      {},
      {
        onStarted: () => {
          if (wasOpen) tell(EVERYTHING);
          wasOpen = true;
        },
        onData: ({ data }) => tell(data),
        onError: retry,
        onComplete: retry,
      },
    );
    end = () => subscription.unsubscribe();
  };
  void connect();
  return () => {
    ended = true;
    clearTimeout(again);
    end();
  };
}
