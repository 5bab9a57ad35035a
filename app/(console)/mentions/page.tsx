import { clsx } from "clsx";
import { AtSign } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { WalkedList } from "@/app/_components/shell/walked-list";
import { ButtonLink } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { PageHead } from "@/app/_components/ui/page-head";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { api } from "@/app/_trpc/server";
import { MarkRead } from "@/app/(console)/mentions/mark-read";
import { MentionItem } from "@/app/(console)/mentions/mention-item";
import { MentionSearch, writeCursor } from "@/app/(console)/mentions/search-params";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("mentions");
  return { title: t("title") };
}

export default async function MentionsPage({ searchParams }: PageProps<"/mentions">) {
  const { show, after } = MentionSearch.parse(await searchParams);
  const [t, { mentions, more }, unread] = await Promise.all([
    getTranslations("mentions"),
    api.mentions.list({ unreadOnly: show === "unread", after }),
    api.mentions.unread(),
  ]);
  const last = mentions.at(-1);
  return (
    <ClientMessages namespaces={["ui", "mentions", "refusals"]}>
      <div className="grid max-w-4xl gap-4 px-6 py-4">
        <PageHead
          title={t("title")}
          aside={t("unread", { count: unread })}
          actions={unread > 0 ? <MarkRead noteIds="all" label={t("markAll")} /> : null}
        />
        <nav aria-label={t("filter")} className="flex gap-4 border-b border-line">
          {(["unread", "all"] as const).map((choice) => (
            <Link
              key={choice}
              href={{ pathname: "/mentions", query: { show: choice } }}
              aria-current={choice === show ? "page" : undefined}
              className={clsx(
                "-mb-px border-b-2 py-2 text-table font-medium",
                choice === show ? "border-accent text-ink" : "border-transparent text-muted hover:text-ink",
              )}
            >
              {choice === "all" ? t("all") : t("onlyUnread")}
            </Link>
          ))}
        </nav>
        {mentions.length === 0 ? (
          <EmptyState icon={<AtSign aria-hidden />} title={show === "all" ? t("empty") : t("noneUnread")}>
            {show === "all" ? t("emptyText") : t("noneUnreadText")}
          </EmptyState>
        ) : (
          <WalkedList length={mentions.length}>
            <ul className="overflow-hidden rounded-lg border border-line bg-surface">
              {mentions.map((mention) => (
                <MentionItem key={mention.noteId} mention={mention} />
              ))}
            </ul>
          </WalkedList>
        )}
        {more && last ? (
          <ButtonLink
            href={{ pathname: "/mentions", query: { show, after: writeCursor(last) } }}
            className="justify-self-start"
          >
            {t("older")}
          </ButtonLink>
        ) : null}
      </div>
    </ClientMessages>
  );
}
