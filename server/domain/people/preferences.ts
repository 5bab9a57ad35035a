import { z } from "zod";
import { TimeZone } from "@/server/domain/time-zone";

/** What a person chose to see the console in; null leaves it to the browser. */
export const Preferences = z.object({
  locale: z.enum(["en", "zh-CN"]).nullable(),
  timeZone: TimeZone.nullable(),
  theme: z.enum(["light", "dark", "system"]).nullable(),
});
export type Preferences = z.infer<typeof Preferences>;
