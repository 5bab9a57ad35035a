import { TRPCError } from "@trpc/server";
import { getErrorShape } from "@trpc/server/unstable-core-do-not-import";
import { beforeEach, expect, test, vi } from "vitest";
import { logProcedureError, refused } from "@/server/api/errors";
import { appRouter } from "@/server/api/root";
import { refuse } from "@/server/domain/refusal";
import { logUnexpected } from "@/server/log";

vi.mock(import("@/server/log"), async (original) => ({ ...(await original()), logUnexpected: vi.fn() }));

beforeEach(() => vi.mocked(logUnexpected).mockClear());

function told(error: TRPCError) {
  const { _def } = appRouter;
  return getErrorShape({
    config: _def._config,
    error,
    type: "query",
    path: "calls.list",
    input: 1,
    ctx: undefined,
  });
}

test("the browser is told of an unforeseen error nothing but the id under which it is written down", () => {
  const cause = new Error("duplicate key: 13812345678");
  const error = new TRPCError({ code: "INTERNAL_SERVER_ERROR", message: cause.message, cause });
  const shape = told(error);
  expect(JSON.stringify(shape)).not.toContain("13812345678");
  expect(shape.data.errorId).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  logProcedureError({ error, path: "calls.list" });
  expect(logUnexpected).toHaveBeenCalledExactlyOnceWith(cause, {
    errorId: shape.data.errorId,
    path: "calls.list",
  });
});

test.each([
  refused(refuse("call_not_found")),
  new TRPCError({ code: "BAD_REQUEST", message: "no such input" }),
])("what was foreseen is neither written down nor given an id: %s", (error) => {
  expect(told(error).data.errorId).toBeNull();
  logProcedureError({ error, path: "calls.list" });
  expect(logUnexpected).not.toHaveBeenCalled();
});
