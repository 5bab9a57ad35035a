import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Database, Transaction } from "@/drizzle/database";
import type { Instant } from "@/server/domain/instant";
import { mayDo, type Permission } from "@/server/domain/people/permissions";
import type { Actor, Viewer } from "@/server/domain/people/viewer";
import { type Outcome, type Refusal, refuse } from "@/server/domain/refusal";
import { addAuditEntry } from "@/server/store/audit";

/** On whose behalf a command runs, against which database, and what time it is. */
export interface CommandContext<By extends Actor = Viewer> {
  readonly db: Database;
  readonly actor: By;
  readonly now: () => Instant;
  /** Where ids come from, if not from chance: the demo draws its own from a seed. */
  readonly newId?: () => string;
}

export interface AuditedAct {
  readonly action: string;
  readonly subject: string;
  readonly subjectId: string;
  readonly details?: Record<string, unknown>;
}

/** What the body of a command works with: one transaction, the actor, one instant. */
export interface Frame<By extends Actor = Viewer> {
  readonly tx: Transaction;
  readonly actor: By;
  readonly at: Instant;
  /** The id of something new, a UUID. */
  newId(): string;
  /** Writes the audit entry in the same transaction as the change itself. */
  audit(act: AuditedAct): Promise<void>;
}

interface CommandDefinition<Input extends z.ZodType, Value, By extends Actor> {
  readonly needs: Permission;
  readonly input: Input;
  run(frame: Frame<By>, input: z.output<Input>): Promise<Outcome<Value>>;
}

export interface Command<Input extends z.ZodType, Value, By extends Actor> {
  readonly needs: Permission;
  readonly input: Input;
  (ctx: CommandContext<By>, input: z.input<Input>): Promise<Outcome<Value>>;
}

class RolledBack extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.reason);
    this.refusal = refusal;
  }
}

/**
 * The frame of everything that changes state: permission, input, one transaction with its audit
 * entries. A refusal rolls everything back, so a refused command has changed nothing. It is for people,
 * unless its body takes the frame of any actor.
 */
export function defineCommand<Input extends z.ZodType, Value, By extends Actor = Viewer>(
  definition: CommandDefinition<Input, Value, By>,
): Command<Input, Value, By> {
  async function command(ctx: CommandContext<By>, input: z.input<Input>): Promise<Outcome<Value>> {
    if (!mayDo(ctx.actor.role, definition.needs)) {
      return refuse("missing_permission", { permission: definition.needs });
    }
    const parsed = definition.input.safeParse(input);
    if (!parsed.success) return refuse("invalid_input", firstFault(parsed.error));
    try {
      return await ctx.db.transaction(async (tx) => {
        const outcome = await definition.run(openFrame(tx, ctx), parsed.data);
        if (!outcome.ok) throw new RolledBack(outcome);
        return outcome;
      });
    } catch (error) {
      if (error instanceof RolledBack) return error.refusal;
      throw error;
    }
  }
  return Object.assign(command, { needs: definition.needs, input: definition.input });
}

function openFrame<By extends Actor>(tx: Transaction, ctx: CommandContext<By>): Frame<By> {
  const at = ctx.now();
  return {
    tx,
    at,
    actor: ctx.actor,
    newId: ctx.newId ?? randomUUID,
    audit: (act) => addAuditEntry(tx, { ...act, at, actorId: ctx.actor.userId }),
  };
}

function firstFault(error: z.ZodError): { field: string; fault: string } {
  const issue = error.issues[0];
  return { field: issue?.path.join(".") ?? "", fault: issue?.message ?? "" };
}
