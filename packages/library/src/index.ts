export { type Library, loadLibrary } from "./load-library.ts";
export { policyExamples } from "./policy-examples.ts";
export { readProfile } from "./read-profile.ts";
