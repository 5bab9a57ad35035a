import fc from "fast-check";
import { expect, test } from "vitest";
import { safeReturnPath } from "@/server/domain/people/return-path";

test.each([
  // wanted                          after signing in
  ["/calls", "/calls"],
  ["/calls?phone=5678#note", "/calls?phone=5678#note"],
  ["/calls/../people", "/people"],
  ["//evil.example/calls", "/"],
  ["/\\evil.example", "/"],
  ["/\t/evil.example", "/"],
  ["/./\\evil.example", "/"],
  ["https://evil.example", "/"],
  ["javascript:alert(1)", "/"],
  ["calls", "/"],
  ["/login?from=/calls", "/"],
  ["/new-password?from=/calls", "/"],
  ["/api/auth/signout", "/"],
  ["", "/"],
  [undefined, "/"],
  [null, "/"],
])("%j leads to %s", (wanted, path) => {
  expect(safeReturnPath(wanted)).toBe(path);
});

test("no text whatever leads to another site", () => {
  const parts = fc.constantFrom(
    "/",
    "\\",
    "\t",
    "\n",
    "@",
    ":",
    "evil.example",
    "https:",
    ".",
    "..",
    "?",
    "#",
  );
  fc.assert(
    fc.property(fc.array(parts), (text) => {
      const url = new URL(safeReturnPath(`/${text.join("")}`), "https://hotline.example");
      expect(url.origin).toBe("https://hotline.example");
    }),
    { seed: 400 },
  );
});
