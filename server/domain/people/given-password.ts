import type { Instant } from "@/server/domain/instant";

/** For how many days a password that somebody handed over opens the door. */
export const givenPasswordDaysMax = 7;

/** When a password handed over at `at` stops working. */
export function givenPasswordExpiry(at: Instant): Instant {
  return at + givenPasswordDaysMax * 24 * 3_600_000;
}

/** Whether a password has stopped working; one that its owner chose never does. */
export function isPasswordExpired(expiresAt: Instant | null, at: Instant): boolean {
  return expiresAt !== null && expiresAt <= at;
}
