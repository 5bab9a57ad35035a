import { TRPCClientError } from "@trpc/client";
import type { AppRouter } from "@/server/api/root";
import type { Refusal } from "@/server/domain/refusal";

/** The refusal that a failed request came back with; null when it failed otherwise or never arrived. */
export function refusalFrom(error: unknown): Refusal | null {
  return failureData(error)?.refusal ?? null;
}

/** The id of what nobody foresaw; null when it was foreseen, or the request never arrived. */
export function errorIdFrom(error: unknown): string | null {
  return failureData(error)?.errorId ?? null;
}

function failureData(error: unknown) {
  const failure: TRPCClientError<AppRouter> | null = error instanceof TRPCClientError ? error : null;
  return failure?.data;
}
