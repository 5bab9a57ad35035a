import { z } from "zod";
import { UserId } from "@/server/domain/identifiers";
import { Email } from "@/server/domain/people/email";
import { Role } from "@/server/domain/people/role";

export const PersonName = z.string().trim().min(1).max(80);

export const NewPerson = z.object({ name: PersonName, email: Email, role: Role });
export type NewPerson = z.input<typeof NewPerson>;

/** An e-mail that is null belongs to a person known from records only, who does not sign in. */
export const PersonChange = z.object({
  userId: UserId,
  name: PersonName,
  email: Email.nullable(),
  role: Role,
});
export type PersonChange = z.input<typeof PersonChange>;

/** Whether a person is there to sign in, only stands in records, or has been deactivated. */
export const PersonState = z.enum(["active", "record_only", "deactivated"]);
export type PersonState = z.infer<typeof PersonState>;

/** The state that a person's e-mail and deactivation amount to. */
export function personState(person: { email: string | null; deactivatedAt: number | null }): PersonState {
  if (person.deactivatedAt !== null) return "deactivated";
  return person.email === null ? "record_only" : "active";
}
