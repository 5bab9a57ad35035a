import { useTranslations } from "next-intl";
import { Moment } from "@/app/_components/format/moment";
import { NoteBody } from "@/app/_components/notes/note-body";
import { Badge } from "@/app/_components/ui/badge";
import type { api } from "@/app/_trpc/server";
import { MarkRead } from "@/app/(console)/mentions/mark-read";
import { OpenMention } from "@/app/(console)/mentions/open-mention";

type Mention = Awaited<ReturnType<typeof api.mentions.list>>["mentions"][number];

/** What a colleague wrote, on which call, and the way there. */
export function MentionItem({ mention }: { mention: Mention }) {
  const t = useTranslations("mentions");
  const { noteId, callId, call, readAt } = mention;
  const customer = call.customerName ?? call.customerNumber ?? t("someone");
  return (
    <li
      data-row
      className="grid gap-1.5 border-t border-line px-4 py-3 first:border-t-0 has-focus-visible:bg-selected"
    >
      <p className="flex flex-wrap items-center gap-x-2 text-caption text-muted">
        {readAt === null ? <Badge tone="warning">{t("isUnread")}</Badge> : null}
        <span className="font-medium text-ink">{mention.author}</span>
        <Moment at={mention.mentionedAt} />
        <span>{t("on", { customer })}</span>
        <Moment at={call.startedAt} />
      </p>
      <NoteBody body={mention.body} />
      <div className="-ml-2 flex gap-1">
        <OpenMention callId={callId} noteId={noteId} label={t("open")} />
        {readAt === null ? <MarkRead noteIds={[noteId]} label={t("markRead")} /> : null}
      </div>
    </li>
  );
}
