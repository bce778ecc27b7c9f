/** The id of the box that finds anything, by which the keyboard reaches it. */
export const FIND_BOX_ID = "find";
