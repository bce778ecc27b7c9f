import { httpRoute } from "../render/http-route.ts";
import { publicIngress } from "../render/ingress-rules.ts";
import type { Trait } from "./trait.ts";

/** The way in from outside, by the platform's gateway. */
export const exposure: Trait = (build) => ({ ...httpRoute(build), ingress: publicIngress(build) });
