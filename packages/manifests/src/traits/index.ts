import { alerts } from "./alerts.ts";
import { availability } from "./availability.ts";
import { backup } from "./backup.ts";
import { bounds } from "./bounds.ts";
import { dashboard } from "./dashboard.ts";
import { exposure } from "./exposure.ts";
import { files } from "./files.ts";
import { identity } from "./identity.ts";
import { logs } from "./logs.ts";
import { metrics } from "./metrics.ts";
import { needs } from "./needs.ts";
import { peers } from "./peers.ts";
import { rbac } from "./rbac.ts";
import { schedule } from "./schedule.ts";
import { scratch } from "./scratch.ts";
import { secrets } from "./secrets.ts";
import { storage } from "./storage.ts";
import { traces } from "./traces.ts";
import type { Trait } from "./trait.ts";

/** What every service gets, in the order in which it stands in the manifests. */
export const TRAITS: readonly Trait[] = [
  bounds,
  rbac,
  identity,
  schedule,
  storage,
  scratch,
  files,
  secrets,
  needs,
  peers,
  availability,
  exposure,
  backup,
  metrics,
  alerts,
  dashboard,
  traces,
  logs,
];
