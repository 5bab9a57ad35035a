import { TRPCError } from "@trpc/server";
import type { TRPC_ERROR_CODE_KEY } from "@trpc/server/rpc";
import type { Outcome, Refusal, RefusalCode } from "@/server/domain/refusal";

const protocolCodes: Record<RefusalCode, TRPC_ERROR_CODE_KEY> = {
  not_signed_in: "UNAUTHORIZED",
  not_allowed: "FORBIDDEN",
  not_found: "NOT_FOUND",
  invalid_input: "BAD_REQUEST",
  conflict: "CONFLICT",
  already_exists: "CONFLICT",
  in_use: "PRECONDITION_FAILED",
  limit_reached: "TOO_MANY_REQUESTS",
  unreadable_file: "UNPROCESSABLE_CONTENT",
  unavailable: "SERVICE_UNAVAILABLE",
};

/** A refusal on its way through tRPC, which only knows exceptions. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.reason);
    this.refusal = refusal;
  }
}

export function refused(refusal: Refusal): TRPCError {
  return new TRPCError({
    code: protocolCodes[refusal.code],
    message: refusal.reason,
    cause: new Refused(refusal),
  });
}

/** The value of an outcome; a refusal leaves through the one error formatter. */
export function unwrap<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value;
  throw refused(outcome);
}

/** What the browser learns about an error: the refusal, or only that there was one. */
export function refusalOf(error: TRPCError): Refusal | null {
  return error.cause instanceof Refused ? error.cause.refusal : null;
}
