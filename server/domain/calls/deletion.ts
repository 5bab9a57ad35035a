import { z } from "zod";

/** Why a call record is deleted, in the words of whoever deletes it. */
export const DeletionReason = z.string().trim().min(1).max(500);

/** Reasons offered for a click; anything else may be written. */
export const deletionSuggestions = ["test_call", "wrong_number", "duplicate", "customer_asked"] as const;

/** How long the person who deleted a call may take it back without the right to restore, in milliseconds. */
export const undoDeletionMs = 10 * 60 * 1000;
