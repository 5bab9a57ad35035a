import { generatePassword } from "@/server/commands/people/generate-password";
import { hashPassword } from "@/server/commands/people/password-hash";
import type { Instant } from "@/server/domain/instant";
import { givenPasswordExpiry } from "@/server/domain/people/given-password";

/** A password to hand over, and the columns that let it in until its owner has chosen another. */
export async function givePassword(at: Instant) {
  const password = generatePassword();
  const columns = {
    passwordHash: await hashPassword(password),
    mustChangePassword: true,
    passwordExpiresAt: givenPasswordExpiry(at),
  };
  return { password, columns };
}
