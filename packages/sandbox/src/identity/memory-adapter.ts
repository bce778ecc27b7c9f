import type { Adapter, AdapterPayload } from "oidc-provider";

interface Kept {
  payload: AdapterPayload;
  until: number;
}

/** Keeps sign-ins under way until they are over or the process ends, which is as long as the sandbox needs them. */
export function memoryAdapter(): (kind: string) => Adapter {
  const kept = new Map<string, Kept>();

  function find(key: string): AdapterPayload | undefined {
    const found = kept.get(key);
    return found === undefined || found.until < Date.now() ? undefined : found.payload;
  }

  return (kind) => {
    const keyOf = (id: string) => `${kind} ${id}`;
    const findBy = (matches: (payload: AdapterPayload) => boolean) =>
      [...kept]
        .filter(([key]) => key.startsWith(`${kind} `))
        .map(([key]) => find(key))
        .find((payload) => payload !== undefined && matches(payload));
    return {
      async upsert(id, payload, expiresInSeconds = 3600) {
        for (const [key, { until }] of kept) if (until < Date.now()) kept.delete(key);
        kept.set(keyOf(id), { payload, until: Date.now() + expiresInSeconds * 1000 });
      },
      find: async (id) => find(keyOf(id)),
      findByUid: async (uid) => findBy((payload) => payload.uid === uid),
      findByUserCode: async (userCode) => findBy((payload) => payload.userCode === userCode),
      async consume(id) {
        const payload = find(keyOf(id));
        if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000);
      },
      async destroy(id) {
        kept.delete(keyOf(id));
      },
      async revokeByGrantId(grantId) {
        for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key);
      },
    };
  };
}
