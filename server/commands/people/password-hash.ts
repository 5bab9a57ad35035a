import { randomUUID } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

// OWASP's least for argon2id: 19 MiB, two passes, one lane. The library's default algorithm is argon2id.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The same characters typed on another keyboard may be other code points; NFKC makes them one. */
function normalise(password: string): string {
  return password.normalize("NFKC");
}

export function hashPassword(password: string): Promise<string> {
  return hash(normalise(password), cost);
}

const nobodysHash = hashPassword(randomUUID());

/** Whether `password` is the one hashed; without a hash, takes as long as with one and says no. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await nobodysHash), normalise(password));
  return matches && passwordHash !== null;
}
