import { z } from "zod";

/** An IANA time zone that this runtime knows, such as `Asia/Shanghai`. */
export const TimeZone = z
  .string()
  .max(64)
  .refine((name) => {
    try {
      new Intl.DateTimeFormat("en", { timeZone: name });
      return true;
    } catch {
      return false;
    }
  });
