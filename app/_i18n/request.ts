import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { catalogues } from "@/app/_i18n/catalogues";
import { cookieNames } from "@/app/_i18n/cookies";
import { formats } from "@/app/_i18n/formats";
import { Locale, negotiateLocale } from "@/app/_i18n/locales";
import { currentSession, type LiveSession } from "@/server/auth/current-session";
import { TimeZone } from "@/server/domain/time-zone";
import { env } from "@/server/env";

async function chooseLocale(session: LiveSession | null): Promise<Locale> {
  if (session?.locale) return session.locale;
  const chosen = Locale.safeParse((await cookies()).get(cookieNames.locale)?.value);
  if (chosen.success) return chosen.data;
  return negotiateLocale((await headers()).get("accept-language") ?? "");
}

async function chooseTimeZone(session: LiveSession | null): Promise<string> {
  if (session?.timeZone) return session.timeZone;
  const remembered = (await cookies()).get(cookieNames.timeZone)?.value;
  const chosen = TimeZone.safeParse(remembered === undefined ? undefined : decodeURIComponent(remembered));
  return chosen.success ? chosen.data : env().HOTLINE_TIME_ZONE;
}

export default getRequestConfig(async () => {
  const session = await currentSession();
  const locale = await chooseLocale(session);
  const { default: messages } = await catalogues[locale]();
  return { locale, messages, formats, timeZone: await chooseTimeZone(session) };
});
