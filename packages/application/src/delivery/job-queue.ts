/** A job that this worker holds for a while. */
export interface ClaimedJob {
  key: string;
  /** Of the row when it was claimed: a job that was asked for again meanwhile is not done. */
  version: bigint;
}

/**
 * Jobs wake loops and carry no truth: one that runs twice, or too early, does no harm. A worker that dies loses its
 * lease, and another one takes over.
 */
export interface JobQueue {
  claim(queue: string, limit: number): Promise<ClaimedJob[]>;
  /** Keeps the lease while the work goes on; `false` where it was lost. */
  heartbeat(queue: string, job: ClaimedJob): Promise<boolean>;
  /** Takes the job away, unless it was asked for again meanwhile. */
  finish(queue: string, job: ClaimedJob): Promise<void>;
  /** Puts it back for later, or for now where it was asked for again meanwhile. */
  again(queue: string, job: ClaimedJob, afterMs: number): Promise<void>;
}
