import { createHash } from "node:crypto";
import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import type { Database } from "@/drizzle/database";
import { signInFailures } from "@/drizzle/schema/users";

const windowSeconds = 15 * 60;
const failuresPerAccountMax = 5;
/** Higher, because a whole floor of agents may share one address. */
const failuresPerAddressMax = 50;

export interface SignInSource {
  readonly email: string;
  readonly address: string;
}

interface Limiters {
  readonly account: RateLimiterDrizzle;
  readonly address: RateLimiterDrizzle;
}

/** One pair per database, because each limiter keeps a timer that sweeps out what has expired. */
const limitersOf = new WeakMap<Database, Limiters>();

function limiters(db: Database): Limiters {
  const known = limitersOf.get(db);
  if (known) return known;
  const shared = { storeClient: db, schema: signInFailures, duration: windowSeconds };
  const made = {
    account: new RateLimiterDrizzle({ ...shared, keyPrefix: "account", points: failuresPerAccountMax }),
    address: new RateLimiterDrizzle({ ...shared, keyPrefix: "address", points: failuresPerAddressMax }),
  };
  limitersOf.set(db, made);
  return made;
}

/** People type passwords into the wrong field: what was typed is not kept. */
function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/**
 * Counts an attempt before it is tried, so that many at once cannot slip through.
 * Answers how long to wait, in milliseconds: 0 when the attempt may go ahead.
 */
export async function admitSignIn(db: Database, { email, address }: SignInSource): Promise<number> {
  const limits = limiters(db);
  const waits = await Promise.all([
    consume(limits.account, digest(email)),
    consume(limits.address, digest(address)),
  ]);
  return Math.max(...waits);
}

async function consume(limiter: RateLimiterDrizzle, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (error) {
    if (error instanceof RateLimiterRes) return error.msBeforeNext;
    throw error;
  }
}

/** The attempt succeeded: the account starts afresh, and the address is given back its one. */
export async function forgiveSignIn(db: Database, { email, address }: SignInSource): Promise<void> {
  const limits = limiters(db);
  await Promise.all([limits.account.delete(digest(email)), limits.address.reward(digest(address))]);
}
