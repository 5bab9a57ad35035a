import type { SeedAgent, Staff } from "@/drizzle/seed/staff";
import { UserId } from "@/server/domain/identifiers";
import { demoAccounts } from "@/server/domain/people/demo-accounts";
import type { Role } from "@/server/domain/people/role";

export interface SeedPerson {
  readonly userId: UserId;
  readonly name: string;
  readonly role: Role;
  /** null for an agent who stands in the records and does not sign in. */
  readonly email: string | null;
}

const LEADERS: Readonly<Record<Exclude<Role, "agent">, SeedPerson>> = {
  supervisor: leader("5e", "Shen Lihua", "supervisor"),
  manager: leader("3a", "Tang Bo", "manager"),
  admin: leader("ad", "Qin Yue", "admin"),
};

function leader(digits: string, name: string, role: Role): SeedPerson {
  const userId = UserId.parse(`${digits.repeat(4)}-0000-4000-8000-000000000000`);
  return { userId, name, role, email: emailOf(role) };
}

function emailOf(role: Role): string | null {
  return demoAccounts.find((account) => account.role === role)?.email ?? null;
}

export function supervisorOf(): SeedPerson {
  return LEADERS.supervisor;
}

/** Everybody of the demo hotline; the first agent of the staff is the one who can sign in. */
export function peopleOf({ agents }: Staff): SeedPerson[] {
  return [...agents.map(asPerson), ...Object.values(LEADERS)];
}

function asPerson({ agentId, name }: SeedAgent, index: number): SeedPerson {
  return { userId: agentId, name, role: "agent", email: index === 0 ? emailOf("agent") : null };
}
