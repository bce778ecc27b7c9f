import type { Answers } from "../../answers.ts";
import { isDelivering } from "../service/place-state.ts";

/** An environment to deploy to. */
export interface DeployTarget {
  name: string;
  title: string;
  production: boolean;
  /** Why this person may not, and who could. */
  refusal?: string | undefined;
  /** The image that serves there. */
  serving?: { image: string; version: string } | undefined;
  /** What serves in the environment before, where that is another. */
  promotes?: { image: string; version: string } | undefined;
  /** The delivery that is under way there. */
  underWay?: string | undefined;
  /** Its clusters that run nothing. */
  simulated: readonly string[];
}

type Service = Pick<Answers["service"]["get"], "places" | "can" | "managed">;

/** Where a service can be brought, in the order in which things go through environments. */
export function deployTargets({ places, can, managed }: Service): DeployTarget[] {
  if (!managed) return [];
  return places.map(({ environment, title, production, destinations }, at) => {
    const decision = can.deploy[environment];
    const serving = servingIn(destinations);
    const before = servingIn(places[at - 1]?.destinations ?? []);
    return {
      name: environment,
      title,
      production,
      refusal: decision === undefined || decision.allowed ? undefined : decision.reason,
      serving,
      promotes: before !== undefined && before.image !== serving?.image ? before : undefined,
      underWay: destinations.find(isDelivering)?.delivery?.id,
      simulated: destinations.filter(({ simulated }) => simulated).map(({ cluster }) => cluster),
    };
  });
}

type Destinations = Service["places"][number]["destinations"];

/** What serves everywhere in an environment; nothing while its clusters differ. */
function servingIn(destinations: Destinations): { image: string; version: string } | undefined {
  const [first, ...others] = destinations.map(({ serving }) => serving);
  if (first === undefined || others.some((other) => other?.image !== first.image)) return undefined;
  return { image: first.image, version: first.version };
}
