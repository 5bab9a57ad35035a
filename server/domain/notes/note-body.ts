import { hasCardNumber } from "@/server/domain/notes/card-number";
import { done, type Outcome, refuse } from "@/server/domain/refusal";

/** In UTF-16 code units of the stored text, mentions included: two printed pages. */
export const noteLengthMax = 5000;

/** A draft may be too long for a note, so that nothing is lost while it is shortened. */
export const draftLengthMax = 50_000;

/**
 * What may be kept as a note: the text without blank ends.
 * Refused when nothing is left, when it is too long, and when it holds the number of a payment card.
 */
export function checkNoteBody(body: string): Outcome<string> {
  const text = body.replaceAll("\r\n", "\n").replaceAll("\0", "").trim();
  if (text === "") return refuse("note_empty");
  if (text.length > noteLengthMax)
    return refuse("note_too_long", { length: text.length, limit: noteLengthMax });
  if (hasCardNumber(text)) return refuse("note_has_card_number");
  return done(text);
}
