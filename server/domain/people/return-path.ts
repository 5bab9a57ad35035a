const anyOrigin = "http://hotline.invalid";

/**
 * Where to go after signing in: `wanted` when it is a path of this very site, else `/`.
 * Anything a browser could read as another site's address (`//host`, `/\host`) is not a path, and
 * the sign-in page, that of a password that is due, and the API are no places to arrive at.
 */
export function safeReturnPath(wanted: string | null | undefined): string {
  if (!wanted?.startsWith("/") || !URL.canParse(wanted, anyOrigin)) return "/";
  const url = new URL(wanted, anyOrigin);
  if (url.origin !== anyOrigin || /^\/(\/|login\b|new-password\b|api\b)/.test(url.pathname)) return "/";
  return `${url.pathname}${url.search}${url.hash}`;
}
