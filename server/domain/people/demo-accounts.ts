import { Role } from "@/server/domain/people/role";

/** One account for each role, under a domain that can belong to nobody (RFC 2606). */
export const demoAccounts = Role.options.map((role) => ({ role, email: `${role}@hotline.test` }));

/** Opens the demo accounts, which have it in demo mode only. */
export const demoPassword = "take-the-call";
