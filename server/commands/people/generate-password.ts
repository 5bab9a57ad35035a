import { randomInt } from "node:crypto";

/** Nothing that is read or dictated as something else: no 0 and o, no 1, l and i. */
const letters = "abcdefghjkmnpqrstuvwxyz23456789";

/** A password to hand over in person: four groups of four characters, 79 bits of chance. */
export function generatePassword(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join("");
  return Array.from({ length: 4 }, group).join("-");
}
