import "@/app/globals.css";
import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import { cookies } from "next/headers";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { chosenTheme } from "@/app/_components/chosen-theme";
import { cookieNames } from "@/app/_i18n/cookies";
import { RememberTimeZone } from "@/app/_i18n/remember-time-zone";

/** The html and body of every root layout, in the reader's language, theme and type. */
export async function Document({ children }: { children: ReactNode }) {
  const store = await cookies();
  const theme = await chosenTheme();
  return (
    <html
      lang={await getLocale()}
      data-theme={theme === "system" ? undefined : theme}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
    >
      <body>
        {children}
        <RememberTimeZone remembered={store.get(cookieNames.timeZone)?.value} />
      </body>
    </html>
  );
}
