import { expect, test } from "vitest";
import { foreignJsonFault } from "@/server/api/foreign-request";

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
