import type { Transaction } from "@/drizzle/database";
import type { CommandContext } from "@/server/commands/command";
import type { Instant } from "@/server/domain/instant";
import type { Actor } from "@/server/domain/people/viewer";
import type { Outcome } from "@/server/domain/refusal";

/** Somebody who does something at a moment of the demo's past. */
export function acting<By extends Actor>(tx: Transaction, actor: By, at: Instant): CommandContext<By> {
  return { db: tx, actor, now: () => at };
}

/** What came of a command; whatever is refused ends the seeding. */
export function carriedOut<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`the demo could not be seeded: ${JSON.stringify(outcome)}`);
  return outcome.value;
}
