// What commands need to speak of a sandbox without being one: light to load.
export { ProcessRecord } from "../process/process-record.ts";
export { USAGE } from "../supervisor/read-arguments.ts";
export { readSupervisorState, type SupervisorState } from "../supervisor/supervisor-state.ts";
export { endSandbox } from "./end-sandbox.ts";
export { readKubeconfig } from "./read-kubeconfig.ts";
export { removeState, stateFolders } from "./remove-state.ts";
