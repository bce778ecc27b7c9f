export { type Library, loadLibrary } from "./load-library.ts";
export { readProfile } from "./read-profile.ts";
