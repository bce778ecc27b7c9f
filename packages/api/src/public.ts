/** What REST answers with, for clients that check what they get. */
export { deliveryEventSchema, deliverySchema } from "./delivery/delivery-dto.ts";
export { appliedSchema } from "./document/applied-dto.ts";
export { answersSchema } from "./lookup/lookup-dto.ts";
export { deployedSchema } from "./release/release-dto.ts";
export { problemSchema } from "./rest/problem.ts";
export { serviceSchema } from "./service/service-dto.ts";
