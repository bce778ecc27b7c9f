/** An object on which a policy is tested, and what the policy has against it. */
export interface PolicyExample {
  /** What is special about it, such as “a scheduled job as root”. */
  case: string;
  kind: string;
  yaml: string;
  /** The same object before what makes it special: what differs is what the example is about. */
  base: string;
  /** Empty where it passes. */
  denied: string[];
}
