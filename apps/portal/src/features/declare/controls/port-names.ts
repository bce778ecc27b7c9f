"use client";

import { createContext } from "react";

/** The names of the ports that the declaration has now, for answers that name one. */
export const PortNames = createContext<readonly string[]>([]);
