/** Set by the proxy on its way in: pages are not told their own address otherwise. */
export const PATH_HEADER = "x-fairlead-path";
