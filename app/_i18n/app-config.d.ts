import type { formats } from "@/app/_i18n/formats";
import type { Locale as HotlineLocale } from "@/app/_i18n/locales";
import type english from "@/app/_messages/en.json";

declare module "next-intl" {
  interface AppConfig {
    Locale: HotlineLocale;
    Messages: typeof english;
    Formats: typeof formats;
  }
}
