import { done, type Outcome, refuse } from "@/server/domain/refusal";

export const passwordLengthMin = 12;
export const passwordLengthMax = 128;
const distinctCharactersMin = 6;
const guessedFirst = [
  "password",
  "passwort",
  "qwerty",
  "asdfgh",
  "letmein",
  "hotline",
  "woaini",
  "123456",
  "abcdef",
];

/**
 * Refuses (`weak_password`) what is guessed first: the short, the monotonous, the popular, and what
 * is made of the person's own name or e-mail, and what is `present` already. Beyond that people choose
 * freely: length is what counts.
 */
export function checkNewPassword(
  password: string,
  personal: readonly string[],
  present?: string,
): Outcome<string> {
  const isSame = password.normalize("NFKC") === present?.normalize("NFKC");
  const fault = isSame ? "same" : weakness(password.normalize("NFKC").toLowerCase(), personal);
  return fault
    ? refuse("weak_password", { fault, min: passwordLengthMin, max: passwordLengthMax })
    : done(password);
}

function weakness(password: string, personal: readonly string[]): string | undefined {
  const characters = [...password];
  if (characters.length < passwordLengthMin) return "short";
  if (characters.length > passwordLengthMax) return "long";
  if (new Set(characters).size < distinctCharactersMin) return "monotonous";
  if (guessedFirst.some((word) => password.includes(word))) return "popular";
  if (personal.flatMap(wordsOf).some((word) => password.includes(word))) return "personal";
  return undefined;
}

/** The parts of a name or of an address before its @ that are long enough to give something away. */
function wordsOf(text: string): string[] {
  const [local = ""] = text.normalize("NFKC").toLowerCase().split("@");
  return local.split(/[^\p{L}\p{N}]+/u).filter((word) => [...word].length >= 4);
}
