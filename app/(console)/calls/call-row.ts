import type { RouterOutputs } from "@/app/_trpc/outputs";

type RecordRow = RouterOutputs["cohorts"]["list"]["rows"][number];

/** A call as the list prints it, or a record of one. */
export type CallRow = RouterOutputs["calls"]["list"]["rows"][number] & Partial<Pick<RecordRow, "record">>;

interface RowName {
  readonly callId: string;
  readonly record?: { readonly ordinal: number };
}

/** Tells the rows of a list apart: a call has one for each of its records. */
export function nameOfRow({ callId, record }: RowName): string {
  return record ? `${callId}-${record.ordinal}` : callId;
}
