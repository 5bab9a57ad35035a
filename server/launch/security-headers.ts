export interface Protection {
  /** Marks the scripts of one answer; a script without it does not run. */
  readonly nonce: string;
  readonly https: boolean;
  readonly development: boolean;
}

const year = 31_536_000;

/** What a page may load and from where: nothing from other sites, and only scripts that carry the nonce. */
export function contentSecurityPolicy({ nonce, https, development }: Protection): string {
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    // Lengths and places in a timeline are style attributes, which a nonce cannot mark.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  return [...directives, ...(https ? ["upgrade-insecure-requests"] : [])].join("; ");
}

/** What every answer tells the browser to refuse on our behalf. */
export function securityHeaders(protection: Protection): Record<string, string> {
  return {
    "Content-Security-Policy": contentSecurityPolicy(protection),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    ...(protection.https && { "Strict-Transport-Security": `max-age=${year}; includeSubDomains` }),
  };
}
