import type { Session } from "../src/credentials/session.ts";
import type { Accounts } from "../src/delivery/accounts.ts";

/** What a worker says that was killed before its next write. */
export const KILLED = "killed here";

const ASKS_ONLY = "/apis/authorization.k8s.io/";

/** Accounts of a worker that dies before it writes once more than so often; what it reads or tries changes nothing. */
export function mortal(accounts: Accounts, writes: number): { accounts: Accounts; written: () => string[] } {
  const written: string[] = [];
  const watched = beforeWrites(accounts, async (write) => {
    if (written.length >= writes) throw new Error(KILLED);
    written.push(write);
  });
  return { accounts: watched, written: () => written };
}

/** Accounts before each of whose writes, such as `DELETE ledger`, something else happens. */
export function beforeWrites(accounts: Accounts, happens: (write: string) => Promise<void>): Accounts {
  const watched = (session: Session): Session =>
    new Proxy(session, {
      get(target, key) {
        if (key !== "request") return Reflect.get(target, key, target);
        return async (options: Parameters<Session["request"]>[0]) => {
          const { method, path, query } = options;
          if (method !== "GET" && query?.dryRun === undefined && !path.startsWith(ASKS_ONLY))
            await happens(`${method} ${path.slice(path.lastIndexOf("/") + 1)}`);
          return target.request(options);
        };
      },
    });
  return { ...accounts, reader: watched(accounts.reader), deployer: (name) => watched(accounts.deployer(name)) };
}
