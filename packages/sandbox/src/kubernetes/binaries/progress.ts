/** How far something long is. */
export interface Progress {
  /** 0 to 100. */
  percent: number;
  /** What is being done, as a sentence. */
  message: string;
}
