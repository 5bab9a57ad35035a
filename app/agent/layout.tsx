import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { type ReactNode, Suspense } from "react";
import { Document } from "@/app/_components/document";
import { ShortcutHelp } from "@/app/_components/shell/shortcut-help";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { api } from "@/app/_trpc/server";
import { RecentCalls } from "@/app/agent/recent-calls";
import { SignOut } from "@/app/agent/sign-out";
import { UndoDeletion } from "@/app/agent/undo-deletion";
import { requireViewerWho } from "@/server/auth/require-viewer";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("agent");
  return { title: t("title") };
}

/** The agent's workbench: a root of its own, so that nothing of the console is loaded with it. */
export default async function AgentLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewerWho("workbench:use");
  const [t, calls, unread] = await Promise.all([
    getTranslations("agent"),
    api.workbench.recentCalls(),
    api.mentions.unread(),
  ]);
  const figures = await getTranslations("ownFigures");
  return (
    <Document>
      <ClientMessages
        namespaces={["ui", "keys", "agent", "calls", "deleteCall", "failure", "notes", "refusals"]}
      >
        <ShortcutHelp />
        <header className="flex h-12 items-center gap-4 border-b border-line bg-surface px-4">
          <span className="text-body font-semibold">{t("title")}</span>
          <span className="ml-auto text-table text-muted">{viewer.name}</span>
          <Link
            href="/mentions"
            prefetch={false}
            className="inline-flex items-center gap-1.5 text-table text-accent hover:underline"
          >
            {t("mentions")}
            {unread > 0 ? (
              <span className="rounded-full bg-accent px-1.5 text-caption font-medium text-on-accent">
                {unread}
                <span className="sr-only"> {t("unread")}</span>
              </span>
            ) : null}
          </Link>
          <Link href="/agent/figures" prefetch={false} className="text-table text-accent hover:underline">
            {figures("title")}
          </Link>
          <Link href="/calls" prefetch={false} className="text-table text-accent hover:underline">
            {t("console")}
          </Link>
          <SignOut />
        </header>
        <div className="mx-auto grid max-w-6xl items-start gap-6 p-4 md:grid-cols-[18rem_minmax(0,1fr)]">
          <section aria-labelledby="recent" className="grid gap-2">
            <h2 id="recent" className="text-section">
              {t("recent")}
            </h2>
            <Suspense>
              <UndoDeletion />
            </Suspense>
            {calls.length === 0 ? (
              <p className="text-table text-muted">
                <span className="block font-medium text-ink">{t("empty")}</span>
                {t("emptyText")}
              </p>
            ) : (
              <RecentCalls calls={calls} viewerId={viewer.userId} />
            )}
            <p className="text-caption text-muted">{t("keys")}</p>
          </section>
          <main className="min-w-0">{children}</main>
        </div>
      </ClientMessages>
    </Document>
  );
}
