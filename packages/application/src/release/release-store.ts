import type { Actor } from "@fairlead/domain";

export interface NewRelease {
  service: string;
  revision: number;
  template: { name: string; version: string };
  image: string;
  digest?: string;
  digestReason: string;
  policySet: { digest: string; documents: unknown };
  commit?: string;
}

export interface NewDelivery {
  releaseId: string;
  service: string;
  environment: string;
  cluster: string;
  namespace: string;
  inputDigest: string;
  blob: { digest: string; content: unknown };
  /** That the rendering relies on, by number. */
  exceptions: readonly number[];
}

/** Releases and what they start. Rows that are written once. */
export interface ReleaseStore {
  /** One release of a service at a time, until the transaction ends. Gives the revision that is current until then. */
  lockService(service: string): Promise<{ revision: number }>;
  createRelease(release: NewRelease, by: Actor): Promise<{ id: string; number: number; at: Date }>;
  /** Chooses the destination once, supersedes what is under way there, queues the delivery and wakes a worker. */
  createDelivery(delivery: NewDelivery, by: Actor): Promise<{ id: string }>;
}
