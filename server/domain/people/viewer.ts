import type { UserId } from "@/server/domain/identifiers";
import { mayDo } from "@/server/domain/people/permissions";
import type { Role } from "@/server/domain/people/role";

/** The signed-in person on whose behalf something is read or done. */
export interface Viewer {
  readonly userId: UserId;
  readonly name: string;
  readonly role: Role;
}

/** The hotline itself, which acts in nobody's name: on what its telephones tell, or as it starts. */
export const system = { userId: null, role: "system" } as const;

/** Whoever does something. */
export type Actor = Viewer | typeof system;

declare const proof: unique symbol;

/**
 * Which calls a person may see. Store functions that read calls demand one, and only `callScopeOf`
 * makes one: a query without a scope does not compile.
 */
export type CallScope = ({ readonly kind: "all" } | { readonly kind: "agent"; readonly userId: UserId }) & {
  readonly [proof]: true;
};

function prove(scope: { kind: "all" } | { kind: "agent"; userId: UserId }): CallScope {
  // The one place where a scope is minted; its callers hold a viewer.
  // biome-ignore lint/plugin: the brand exists in types only, so it can only be given by a cast.
  return scope as CallScope;
}

/** Supervisors, managers and admins see all calls; agents their own and those of customers they are handling. */
export function callScopeOf(viewer: Viewer): CallScope {
  return prove(
    mayDo(viewer.role, "calls:readAll") ? { kind: "all" } : { kind: "agent", userId: viewer.userId },
  );
}

/** The scope of work that no person asked for: rebuilding, importing, seeding. */
export const systemCallScope: CallScope = prove({ kind: "all" });
