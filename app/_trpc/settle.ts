import "server-only";
import { TRPCError } from "@trpc/server";
import { refusalOf } from "@/server/api/errors";
import { done, type Outcome } from "@/server/domain/refusal";

/** An answer of the API as a value: a refusal is something a page can print, anything else goes on failing. */
export async function settle<Value>(answer: Promise<Value>): Promise<Outcome<Value>> {
  try {
    return done(await answer);
  } catch (error) {
    const refusal = error instanceof TRPCError ? refusalOf(error) : null;
    if (refusal) return refusal;
    throw error;
  }
}
