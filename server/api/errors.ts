import { TRPCError } from "@trpc/server";
import type { TRPC_ERROR_CODE_KEY } from "@trpc/server/rpc";
import type { DefaultErrorShape } from "@trpc/server/unstable-core-do-not-import";
import type { Outcome, Refusal, RefusalCode } from "@/server/domain/refusal";
import { logUnexpected, newErrorId } from "@/server/log";

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

export function refusalOf(error: TRPCError): Refusal | null {
  return error.cause instanceof Refused ? error.cause.refusal : null;
}

const errorIds = new WeakMap<TRPCError, string>();

/** The id of an error that nobody foresaw; refusals and requests that make no sense have none. */
function errorIdOf(error: TRPCError): string | null {
  if (error.code !== "INTERNAL_SERVER_ERROR") return null;
  const errorId = errorIds.get(error) ?? newErrorId();
  errorIds.set(error, errorId);
  return errorId;
}

interface ShapedError {
  readonly shape: DefaultErrorShape;
  readonly error: TRPCError;
}

/** What the browser learns about an error: the refusal, or only that there was one and its id. */
export function formatError({ shape, error }: ShapedError) {
  const errorId = errorIdOf(error);
  return {
    ...shape,
    message: errorId === null ? shape.message : "internal_error",
    data: { code: shape.data.code, httpStatus: shape.data.httpStatus, refusal: refusalOf(error), errorId },
  };
}

interface FailedProcedure {
  readonly error: TRPCError;
  readonly path: string | undefined;
}

/** Writes an error down under the id that the browser is told, if nobody foresaw it. */
export function logProcedureError({ error, path }: FailedProcedure): void {
  const errorId = errorIdOf(error);
  if (errorId !== null) logUnexpected(error.cause ?? error, { errorId, path });
}
