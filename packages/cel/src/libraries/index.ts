import { authorizer } from "./authorizer.ts";
import { cidr } from "./cidr.ts";
import { format } from "./format.ts";
import { ip } from "./ip.ts";
import type { CelLibrary } from "./library.ts";
import { lists } from "./lists.ts";
import { moreLists } from "./more-lists.ts";
import { optionals } from "./optionals.ts";
import { quantity } from "./quantity.ts";
import { regex } from "./regex.ts";
import { semver } from "./semver.ts";
import { sets } from "./sets.ts";
import { strings } from "./strings.ts";
import { twoVariables } from "./two-variables.ts";
import { urls } from "./urls.ts";

/** Optional types and the standard functions are the engine's own; these come on top, in an order that matters not. */
export const LIBRARIES: readonly CelLibrary[] = [
  regex,
  strings,
  lists,
  urls,
  quantity,
  sets,
  ip,
  cidr,
  format,
  authorizer,
  optionals,
  twoVariables,
  semver,
  moreLists,
];
