/** A namespace that Fairlead made and guards. */
export const MANAGED_LABEL = "fairlead.dev/managed";
export const SERVICE_LABEL = "fairlead.dev/service";
export const ENVIRONMENT_LABEL = "fairlead.dev/environment";
/** The fence: which delivery an object is of. */
export const DELIVERY_LABEL = "fairlead.dev/delivery";
/** What is about to be deleted, and by which delivery. */
export const PRUNE_ANNOTATION = "fairlead.dev/prune";
export const FIELD_MANAGER = "fairlead";

/** https://kubernetes.io/docs/tasks/manage-kubernetes-objects/declarative-config/#how-to-delete-objects */
export const PART_OF_LABEL = "applyset.kubernetes.io/part-of";
export const APPLYSET_ID_LABEL = "applyset.kubernetes.io/id";
export const APPLYSET_PARENT = "fairlead-applyset";
