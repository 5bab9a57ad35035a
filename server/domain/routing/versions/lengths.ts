/** So many characters of JSON may a rule set with its examples have. */
export const CONTENT_LENGTH_MAX = 6_000_000;

/** So many characters may an exported file have, which is indented. */
export const EXPORT_LENGTH_MAX = 2 * CONTENT_LENGTH_MAX;
