import { initTRPC } from "@trpc/server";
import type { ApiContext } from "@/server/api/context";
import { formatError, refused } from "@/server/api/errors";
import type { CommandContext } from "@/server/commands/command";
import { mayDo, type Permission } from "@/server/domain/people/permissions";
import type { Viewer } from "@/server/domain/people/viewer";
import { refuse } from "@/server/domain/refusal";

interface ProcedureMeta {
  /** The permission a procedure needs; the test of roles reads it from here. */
  readonly needs?: Permission;
}

const t = initTRPC.context<ApiContext>().meta<ProcedureMeta>().create({ errorFormatter: formatError });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** A procedure for whoever holds `permission`: the only kind there is, but for the one below. */
export function procedureNeeding(permission: Permission) {
  return t.procedure.meta({ needs: permission }).use(({ ctx, next }) => {
    if (ctx.viewerWithPasswordDue) throw refused(refuse("password_change_due"));
    return next({ ctx: contextFor(ctx, ctx.viewer, permission) });
  });
}

/** The same for the one thing that is done with a password that somebody handed over: choosing another. */
export function procedureOfPasswordChangeNeeding(permission: Permission) {
  return t.procedure
    .meta({ needs: permission })
    .use(({ ctx, next }) =>
      next({ ctx: contextFor(ctx, ctx.viewer ?? ctx.viewerWithPasswordDue ?? null, permission) }),
    );
}

function contextFor(ctx: ApiContext, viewer: Viewer | null, permission: Permission) {
  if (!viewer) throw refused(refuse("not_signed_in"));
  if (!mayDo(viewer.role, permission)) throw refused(refuse("missing_permission", { permission }));
  const command: CommandContext = { db: ctx.db, actor: viewer, now: ctx.now };
  return { ...ctx, viewer, command };
}
