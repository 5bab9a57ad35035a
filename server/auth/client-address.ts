/**
 * Where a request comes from. The last entry is the one that the nearest server wrote: Next.js
 * itself, or the proxy in front of it; the ones before it are what the sender claims.
 */
export function clientAddress(headers: Headers): string {
  return headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";
}
