import { z } from "zod";
import { deletionReasonMax } from "@/server/domain/calls/deletion-suggestions";

/** Why a call record is deleted, in the words of whoever deletes it. */
export const DeletionReason = z.string().trim().min(1).max(deletionReasonMax);

/** How long the person who deleted a call may take it back without the right to restore, in milliseconds. */
export const undoDeletionMs = 10 * 60 * 1000;
