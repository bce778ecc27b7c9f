"use client";

import { createContext } from "react";

/**
 * The id of the label of the Field around a control. The library tells its controls only once its effects have run, so
 * that a select would have no name in the server's page.
 */
export const LabelId = createContext<string | undefined>(undefined);
