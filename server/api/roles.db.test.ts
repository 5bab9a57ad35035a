import { callTRPCProcedure } from "@trpc/server";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { ApiContext } from "@/server/api/context";
import { appRouter } from "@/server/api/root";
import { mayDo, permissions } from "@/server/domain/people/permissions";
import { Role } from "@/server/domain/people/role";
import type { Viewer } from "@/server/domain/people/viewer";
import { createViewer, someInstant } from "@/server/testing/factories";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();

const ProcedureDefinition = z.object({
  _def: z.object({
    type: z.enum(["query", "mutation", "subscription"]),
    meta: z.object({ needs: z.enum(permissions) }).optional(),
  }),
});

// A tRPC procedure is a function with its definition as a property.
const procedures = Object.entries(appRouter._def.procedures).map(([path, procedure]) => {
  const { type, meta } = ProcedureDefinition.shape._def.parse(Reflect.get(procedure, "_def"));
  return { path, type, needs: meta?.needs };
});

const viewers = new Map<Role, Viewer>();
beforeAll(async () => {
  for (const role of Role.options) viewers.set(role, await createViewer(db, role));
});

interface Answer {
  readonly code: string;
  readonly inputRead: boolean;
}

type Callers = Pick<ApiContext, "viewer" | "viewerWithPasswordDue">;

async function call({ path, type }: (typeof procedures)[number], callers: Callers): Promise<Answer> {
  let inputRead = false;
  const ctx: ApiContext = { db, ...callers, now: () => someInstant };
  const getRawInput = async () => {
    inputRead = true;
    return undefined;
  };
  try {
    const router = appRouter;
    await callTRPCProcedure({ router, path, type, ctx, getRawInput, signal: undefined, batchIndex: 0 });
    return { code: "OK", inputRead };
  } catch (error) {
    return { code: z.object({ code: z.string() }).parse(error).code, inputRead };
  }
}

test("every procedure names the permission it needs", () => {
  expect(procedures.length).toBeGreaterThan(10);
  expect(procedures.filter((procedure) => procedure.needs === undefined)).toEqual([]);
});

describe.each(procedures)("$path, which needs $needs,", (procedure) => {
  test("is closed to whoever is not signed in, before their input is read", async () => {
    expect(await call(procedure, { viewer: null })).toEqual({ code: "UNAUTHORIZED", inputRead: false });
  });

  test("is closed to whoever has yet to choose a password of their own, unless it is how they choose it", async () => {
    const viewerWithPasswordDue = viewers.get("admin");
    const answer = await call(procedure, { viewer: null, viewerWithPasswordDue });
    expect(answer).toEqual(
      procedure.path === "profile.changePassword"
        ? { code: "BAD_REQUEST", inputRead: true }
        : { code: "FORBIDDEN", inputRead: false },
    );
  });

  test.each(Role.options)("answers %s as the table of permissions says", async (role) => {
    const answer = await call(procedure, { viewer: viewers.get(role) ?? null });
    if (procedure.needs && mayDo(role, procedure.needs)) {
      expect(["FORBIDDEN", "UNAUTHORIZED", "INTERNAL_SERVER_ERROR"]).not.toContain(answer.code);
    } else {
      expect(answer).toEqual({ code: "FORBIDDEN", inputRead: false });
    }
  });
});
