/** The same as the domain's, which brings its schemas along into a browser; a test compares them. */
export const API_VERSION = "fairlead.dev/v1alpha1";
