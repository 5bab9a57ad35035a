import type { Transaction } from "@/drizzle/database";
import type { UserId } from "@/server/domain/identifiers";
import { done, type Outcome, refuse } from "@/server/domain/refusal";
import { lockActiveAdmins, lockUser } from "@/server/store/users";

export type Person = NonNullable<Awaited<ReturnType<typeof lockUser>>>;

/** The person whom a command is about to change, held until it is done. */
export async function personForChange(tx: Transaction, userId: UserId): Promise<Outcome<Person>> {
  const person = await lockUser(tx, userId);
  return person ? done(person) : refuse("person_not_found");
}

/** Refuses to take away the only admin who is left to give anybody anything back. */
export async function keepAnAdmin(tx: Transaction, userId: UserId): Promise<Outcome<null>> {
  const admins = await lockActiveAdmins(tx);
  return admins.length === 1 && admins[0] === userId ? refuse("last_admin") : done(null);
}
