import { beforeAll, expect, test } from "vitest";
import { foreignJsonFault } from "@/server/api/foreign-request";
import { provideSettings } from "@/server/env";

beforeAll(() => provideSettings({ HOTLINE_DEMO: "false" }));

function post(headers: Record<string, string>) {
  return new Request("http://hotline.example/api/trpc/people.add", {
    method: "POST",
    body: "{}",
    headers: {
      host: "hotline.example",
      "content-type": "application/json",
      "x-hotline": "console",
      ...headers,
    },
  });
}

test.each([
  // headers                                              taken
  [{ origin: "http://hotline.example" }, true],
  [{}, true],
  [{ origin: "http://evil.example" }, false],
  [{ origin: "http://hotline.example.evil.example" }, false],
  [{ origin: "http://hotline.example:8080" }, false],
  [{ origin: "null" }, false],
  [{ origin: "" }, false],
  [{ "content-type": "application/json; charset=utf-8" }, true],
  [{ "content-type": "text/plain" }, false],
  [{ "content-type": "application/x-www-form-urlencoded" }, false],
])("a change with %j is taken: %s", (headers, taken) => {
  expect(foreignJsonFault(post(headers)) === undefined).toBe(taken);
});

test("a change without our own header is refused", () => {
  const request = post({});
  request.headers.delete("x-hotline");
  expect(foreignJsonFault(request)).toContain("x-hotline");
});

test("reading needs none of it", () => {
  expect(foreignJsonFault(new Request("http://hotline.example/api/trpc/people.list"))).toBeUndefined();
});

test("in a demo, a site whose name leads here is a foreign one still", () => {
  provideSettings({ HOTLINE_DEMO: "true", NEXTAUTH_URL: "http://demo.example:3000" });
  const fromItself = (host: string) => foreignJsonFault(post({ host, origin: `http://${host}` }));
  expect(fromItself("rebound.example:3000")).toContain("rebound.example");
  expect(fromItself("localhost:3000")).toBeUndefined();
  expect(fromItself("demo.example:3000")).toBeUndefined();
});
