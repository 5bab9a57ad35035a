import "@/app/globals.css";
import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import { NextIntlClientProvider } from "next-intl";
import { Failure, type FailureProps } from "@/app/_components/failure";
import { Theme } from "@/app/_components/theme";
import { catalogues } from "@/app/_i18n/catalogues";
import { rememberedInBrowser } from "@/app/_i18n/cookies";
import { Locale, negotiateLocale } from "@/app/_i18n/locales";

/** A whole page, in the language and theme that this browser remembers: of the server it needs only files. */
export async function failurePage(error: FailureProps["error"]) {
  const locale = Locale.catch(negotiateLocale(navigator.languages.join())).parse(
    rememberedInBrowser("locale"),
  );
  const theme = Theme.catch("system").parse(rememberedInBrowser("theme"));
  const { failure } = (await catalogues[locale]()).default;
  return (
    <html
      lang={locale}
      data-theme={theme === "system" ? undefined : theme}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
    >
      <body>
        <title>{failure.title}</title>
        <main className="mx-auto max-w-xl px-6 py-24">
          <NextIntlClientProvider locale={locale} messages={{ failure }}>
            <Failure error={error} retry={() => window.location.reload()} />
          </NextIntlClientProvider>
        </main>
      </body>
    </html>
  );
}
