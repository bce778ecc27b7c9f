import type { Preparation } from "@fairlead/application";

/** How often a cluster's progress is told at most. */
const EVERY_MS = 500;

type Tell = (cluster: string, preparation: Preparation | undefined) => Promise<void>;

export interface PreparationReporter {
  report(cluster: string, preparation: Preparation): void;
  /** Tells that it is over, after everything that was told before. */
  done(cluster: string): Promise<void>;
}

/** Tells how far clusters are, in order, not too often, and never so that telling could hold anything up. */
export function preparationReporter(tell: Tell, onFailure: (error: unknown) => void): PreparationReporter {
  const last = new Map<string, { at: number; step: string }>();
  let queue = Promise.resolve();
  const enqueue = (cluster: string, preparation: Preparation | undefined) => {
    queue = queue.then(() => tell(cluster, preparation)).catch(onFailure);
    return queue;
  };
  return {
    report(cluster, preparation) {
      const before = last.get(cluster);
      if (before?.step === preparation.step && Date.now() - before.at < EVERY_MS) return;
      last.set(cluster, { at: Date.now(), step: preparation.step });
      void enqueue(cluster, { ...preparation, percent: Math.round(preparation.percent) });
    },
    done: (cluster) => enqueue(cluster, undefined),
  };
}
