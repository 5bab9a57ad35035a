import { z } from "zod";

/** Each language under its own name, as its readers look for it. */
export const localeNames = { en: "English", "zh-CN": "简体中文" } as const;

export const Locale = z.enum(["en", "zh-CN"]);
export type Locale = z.infer<typeof Locale>;

/** The first language of an Accept-Language header that is spoken here, else English. */
export function negotiateLocale(acceptLanguage: string): Locale {
  const wanted = acceptLanguage
    .split(",")
    .map((entry) => {
      const [tag = "", quality] = entry.trim().split(/;\s*q=/);
      return {
        language: tag.toLowerCase().split("-")[0],
        weight: quality === undefined ? 1 : Number(quality),
      };
    })
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight);
  const known = wanted.find(({ language }) => language === "en" || language === "zh");
  return known?.language === "zh" ? "zh-CN" : "en";
}
