import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { cookieNames } from "@/app/_i18n/cookies";
import { formats } from "@/app/_i18n/formats";
import { Locale, negotiateLocale } from "@/app/_i18n/locales";
import { TimeZone } from "@/app/_i18n/time-zone";
import { env } from "@/server/env";

const catalogues = {
  en: () => import("@/app/_messages/en.json"),
  "zh-CN": () => import("@/app/_messages/zh-CN.json"),
};

async function chooseLocale(): Promise<Locale> {
  const chosen = Locale.safeParse((await cookies()).get(cookieNames.locale)?.value);
  if (chosen.success) return chosen.data;
  return negotiateLocale((await headers()).get("accept-language") ?? "");
}

async function chooseTimeZone(): Promise<string> {
  const remembered = (await cookies()).get(cookieNames.timeZone)?.value;
  const chosen = TimeZone.safeParse(remembered === undefined ? undefined : decodeURIComponent(remembered));
  return chosen.success ? chosen.data : env().HOTLINE_TIME_ZONE;
}

export default getRequestConfig(async () => {
  const locale = await chooseLocale();
  const { default: messages } = await catalogues[locale]();
  return { locale, messages, formats, timeZone: await chooseTimeZone() };
});
