import type { PolicyStageStore } from "@fairlead/application";
import { given } from "../json.ts";
import type { Tx } from "../prisma-transaction.ts";

export function policyStageStore(tx: Tx): PolicyStageStore {
  return {
    async decide(policy, { warnFrom, denyFrom }, reason, by) {
      await tx.policyStage.create({
        data: {
          policy,
          reason,
          actorName: by.name,
          ...given("warnFrom", warnFrom),
          ...given("denyFrom", denyFrom),
          ...(by.personId === "" ? {} : { actorId: by.personId }),
        },
      });
      // Whoever keeps clusters in step looks at once.
      await tx.$executeRaw`SELECT pg_notify('fairlead_jobs', 'policies')`;
    },
  };
}
