import { expect, test } from "vitest";
import { contentSecurityPolicy, securityHeaders } from "@/server/launch/security-headers";

const plain = { nonce: "abc", https: false, development: false };

test("a page runs no script but those of its own answer, and is framed by nobody", () => {
  const directives = contentSecurityPolicy(plain).split("; ");
  expect(directives).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic'");
  for (const nothing of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) {
    expect(directives).toContain(nothing);
  }
  expect(contentSecurityPolicy(plain)).not.toContain("unsafe-eval");
});

test("a browser that came over HTTPS comes back over HTTPS only", () => {
  expect(securityHeaders({ ...plain, https: true })["Strict-Transport-Security"]).toMatch(
    /^max-age=31536000/,
  );
  expect(securityHeaders(plain)).not.toHaveProperty("Strict-Transport-Security");
});
