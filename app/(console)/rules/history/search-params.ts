import { createLoader, parseAsInteger } from "nuqs/server";

/** The page of the history: from below which number on. */
export const loadHistoryParams = createLoader({ below: parseAsInteger });
