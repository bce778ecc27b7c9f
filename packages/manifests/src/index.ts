export { changesInWords } from "./diff/changes-in-words.ts";
export { diffObjects, type ObjectChange } from "./diff/diff-objects.ts";
export { canonicalJson } from "./render/canonical-json.ts";
export type { Gap } from "./render/gap.ts";
export { ruleLabels } from "./render/namespace.ts";
export { type Rendering, render } from "./render/render.ts";
export type { Destination, Refs, RenderInput, ServiceAddress } from "./render/render-input.ts";
export { type Stamp, stamp } from "./stamp/stamp.ts";
export { summarise } from "./summary/summarise.ts";
