import { Client } from "pg";

const RETRY_MS = 1000;

/** Wakes workers as soon as a job is asked for. A hint only: whoever listens polls as well. */
export function jobSignal(url: string, onJob: () => void): { close(): Promise<void> } {
  let closed = false;
  let client: Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  const connect = async () => {
    const next = new Client({ connectionString: url, keepAlive: true });
    client = next;
    const again = () => {
      if (closed || client !== next) return;
      client = undefined;
      retry = setTimeout(() => void connect(), RETRY_MS);
    };
    next.on("error", again);
    next.on("end", again);
    next.on("notification", onJob);
    try {
      await next.connect();
      await next.query("LISTEN fairlead_jobs");
      onJob();
    } catch {
      again();
    }
  };
  void connect();
  return {
    close: async () => {
      closed = true;
      clearTimeout(retry);
      await client?.end().catch(() => {});
    },
  };
}
