/** A sender of a file who has not been heard of for this long has gone. */
export const uploadPatienceMs = 60_000;
