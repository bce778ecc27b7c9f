import type { Session } from "../src/credentials/session.ts";
import type { Accounts } from "../src/delivery/accounts.ts";

/** What a worker says that was killed before its next write. */
export const KILLED = "killed here";

const ASKS_ONLY = "/apis/authorization.k8s.io/";

/** Accounts of a worker that dies before it writes once more than so often; what it reads or tries changes nothing. */
export function mortal(accounts: Accounts, writes: number): { accounts: Accounts; written: () => string[] } {
  const written: string[] = [];
  const dying = (session: Session): Session =>
    new Proxy(session, {
      get(target, key) {
        if (key !== "request") return Reflect.get(target, key, target);
        return async (options: Parameters<Session["request"]>[0]) => {
          const { method, path, query } = options;
          if (method !== "GET" && query?.dryRun === undefined && !path.startsWith(ASKS_ONLY)) {
            if (written.length >= writes) throw new Error(KILLED);
            written.push(`${method} ${path.slice(path.lastIndexOf("/") + 1)}`);
          }
          return target.request(options);
        };
      },
    });
  return {
    accounts: { ...accounts, reader: dying(accounts.reader), deployer: (name) => dying(accounts.deployer(name)) },
    written: () => written,
  };
}
