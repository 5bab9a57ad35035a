import { createLoader, parseAsInteger } from "nuqs/server";

/** The version that the shown one is compared with. */
export const loadVersionParams = createLoader({ with: parseAsInteger });
