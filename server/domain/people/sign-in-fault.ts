import type { Refusal } from "@/server/domain/refusal";

/** Why a sign-in failed, as far as the person at the door may know. */
export type SignInFault =
  | { readonly kind: "wrong_credentials" }
  | { readonly kind: "password_expired" }
  | { readonly kind: "sign_in_limited"; readonly minutes: number }
  | { readonly kind: "single_sign_on_unknown" }
  | { readonly kind: "single_sign_on_failed" }
  | { readonly kind: "unexpected"; readonly errorId: string };

/** A refused sign-in as the word that travels in a URL; `readSignInFault` reads it again. */
export function signInFaultWord({ reason, details }: Refusal): string {
  return reason === "sign_in_limited" ? `${reason}.${details["minutes"]}` : reason;
}

/** A sign-in that nobody foresaw would fail, as such a word: it says nothing but where to look. */
export function unexpectedFaultWord(errorId: string): string {
  return `unexpected.${errorId}`;
}

/** What a word in a URL says about a sign-in; any other word means that single sign-on broke off. */
export function readSignInFault(word: string): SignInFault {
  if (word === "wrong_credentials" || word === "CredentialsSignin") return { kind: "wrong_credentials" };
  if (word === "single_sign_on_unknown" || word === "password_expired") return { kind: word };
  const [, errorId] = /^unexpected\.([0-9A-Z-]{9})$/.exec(word) ?? [];
  if (errorId) return { kind: "unexpected", errorId };
  const limited = /^sign_in_limited\.(\d{1,4})$/.exec(word);
  return limited
    ? { kind: "sign_in_limited", minutes: Number(limited[1]) }
    : { kind: "single_sign_on_failed" };
}
