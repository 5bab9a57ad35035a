import { expect, test } from "vitest";
import { negotiateLocale } from "@/app/_i18n/locales";

test.each([
  ["zh-CN,zh;q=0.9,en;q=0.8", "zh-CN"],
  ["en-GB,en;q=0.9", "en"],
  ["fr-FR,zh-TW;q=0.7,en;q=0.3", "zh-CN"],
  ["en;q=0.1, zh;q=0.5", "zh-CN"],
  ["zh;q=0, en", "en"],
  ["de", "en"],
  ["*", "en"],
  ["", "en"],
])("the browser's wish %j is answered in %s", (header, locale) => {
  expect(negotiateLocale(header)).toBe(locale);
});
