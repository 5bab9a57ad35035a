const hourMs = 3_600_000;

/** A session nobody used for this long no longer counts: a shift's length. Milliseconds. */
export const sessionIdleMsMax = 8 * hourMs;

/** A session ends this long after sign-in, however much it is used. Milliseconds. */
export const sessionMsMax = 24 * hourMs;
