export * from "./delivery/state.ts";
export * from "./errors/app-error.ts";
export * from "./kubernetes/object.ts";
export * from "./result.ts";
export * from "./violation.ts";
