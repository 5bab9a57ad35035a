import { z } from "zod";

/** What a person chose to see the console in; null leaves it to the browser. */
export const Preferences = z.object({
  locale: z.enum(["en", "zh-CN"]).nullable(),
  timeZone: z.string().max(64).refine(isTimeZone).nullable(),
  theme: z.enum(["light", "dark", "system"]).nullable(),
});
export type Preferences = z.infer<typeof Preferences>;

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}
