import { initTRPC } from "@trpc/server";
import type { ApiContext } from "@/server/api/context";
import { formatError, refused } from "@/server/api/errors";
import type { CommandContext } from "@/server/commands/command";
import { mayDo, type Permission } from "@/server/domain/people/permissions";
import { refuse } from "@/server/domain/refusal";

interface ProcedureMeta {
  /** The permission a procedure needs; the test of roles reads it from here. */
  readonly needs?: Permission;
}

const t = initTRPC.context<ApiContext>().meta<ProcedureMeta>().create({ errorFormatter: formatError });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** A procedure for whoever holds `permission`: the only kind there is. */
export function procedureNeeding(permission: Permission) {
  return t.procedure.meta({ needs: permission }).use(({ ctx, next }) => {
    if (!ctx.viewer) throw refused(refuse("not_signed_in"));
    if (!mayDo(ctx.viewer.role, permission)) throw refused(refuse("missing_permission", { permission }));
    const command: CommandContext = { db: ctx.db, actor: ctx.viewer, now: ctx.now };
    return next({ ctx: { ...ctx, viewer: ctx.viewer, command } });
  });
}
