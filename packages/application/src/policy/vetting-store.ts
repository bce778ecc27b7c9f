/** What a policy has against an object, whatever its stage. */
export interface BlobFinding {
  policy: string;
  /** `Kind/name`. */
  object: string;
  message: string;
}

/** Keeps what policies have against what was delivered, so that nobody has to work it out while a person waits. */
export interface VettingStore {
  /** Renderings that were last delivered somewhere, and that these policies have not judged yet. */
  due(policySet: string, limit: number): Promise<{ digest: string; content: unknown }[]>;
  save(policySet: string, vetted: { digest: string; findings: readonly BlobFinding[] }): Promise<void>;
}
