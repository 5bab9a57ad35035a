import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { chosenTheme } from "@/app/_components/chosen-theme";
import { Document } from "@/app/_components/document";
import { ConsoleFrame } from "@/app/_components/shell/console-frame";
import { RailState } from "@/app/_components/shell/rail-state";
import { Toaster } from "@/app/_components/ui/toaster";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { cookieNames } from "@/app/_i18n/cookies";
import { api } from "@/app/_trpc/server";
import { requireViewer } from "@/server/auth/require-viewer";
import { env } from "@/server/env";

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer();
  const t = await getTranslations("shell");
  const store = await cookies();
  return (
    <Document>
      <ClientMessages namespaces={["ui", "shell", "keys", "failure", "refusals"]}>
        <ConsoleFrame
          viewer={viewer}
          theme={await chosenTheme()}
          unreadMentions={await api.mentions.unread()}
          rail={RailState.catch("auto").parse(store.get(cookieNames.rail)?.value)}
          hotlineTimeZone={env().HOTLINE_TIME_ZONE}
        >
          {env().HOTLINE_DEMO ? (
            <p className="border-b border-line bg-warning-soft px-6 py-1.5 text-table text-warning">
              {t("demo")}
            </p>
          ) : null}
          {children}
        </ConsoleFrame>
        <Toaster />
      </ClientMessages>
    </Document>
  );
}
