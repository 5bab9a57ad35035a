/** What the browser remembers between visits; each is read through a schema, never trusted. */
export const cookieNames = {
  locale: "hotline-locale",
  timeZone: "hotline-time-zone",
  theme: "hotline-theme",
  rail: "hotline-rail",
} as const;

/** What this browser remembers. Only for the browser. */
export function rememberedInBrowser(name: keyof typeof cookieNames): string | undefined {
  const [, value] = document.cookie.match(new RegExp(`(?:^|; )${cookieNames[name]}=([^;]*)`)) ?? [];
  return value && decodeURIComponent(value);
}

/** Keeps a preference for a year. Only for the browser. */
export function rememberInBrowser(name: keyof typeof cookieNames, value: string) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is absent from Firefox and Safari.
  document.cookie = `${cookieNames[name]}=${encodeURIComponent(value)}; path=/; max-age=31536000; samesite=lax`;
}
