import { z } from "zod";

/** An IANA time zone that this runtime knows, such as `Asia/Shanghai`. */
export const TimeZone = z.string().max(64).refine(isTimeZone, "must be an IANA time zone");

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).format(0) !== "";
  } catch {
    return false;
  }
}
