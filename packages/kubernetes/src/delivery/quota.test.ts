import { expect, test } from "vitest";
import { largerOf } from "./quota.ts";

test.each([
  [{ pods: "6" }, { pods: "4" }, { pods: "6" }],
  [{ "limits.cpu": "1" }, { "limits.cpu": "1500m" }, { "limits.cpu": "1500m" }],
  [{ "limits.memory": "1025Mi" }, { "limits.memory": "1Gi" }, { "limits.memory": "1025Mi" }],
  [{ pods: "4" }, {}, { pods: "4" }],
  // What somebody else bounds is theirs.
  [{ pods: "4" }, { "count/secrets": "50" }, { pods: "4" }],
  // What cannot be read was not written by Fairlead.
  [{ pods: "4" }, { pods: "1e9" }, { pods: "4" }],
])("of %j wanted and %j held, %j", (wanted, held, larger) => expect(largerOf(wanted, held)).toEqual(larger));
