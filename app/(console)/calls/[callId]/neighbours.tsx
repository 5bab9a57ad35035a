"use client";

import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { CallSheet } from "@/app/_components/calls/call-sheet";
import { Moment } from "@/app/_components/format/moment";
import { useShortcut } from "@/app/_components/shell/use-shortcut";

const linkLook = "inline-flex items-center gap-1 rounded-sm text-table text-muted hover:text-ink";

/** The way back to the list (Escape) and to the same customer's calls before (K) and after (J). */
export function Neighbours({ neighbours: { previous, next } }: Pick<CallSheet, "neighbours">) {
  const t = useTranslations("call.neighbours");
  const router = useRouter();
  useShortcut("Escape", () => router.push("/calls"));
  useShortcut("k", () => previous && router.push(`/calls/${previous.callId}`));
  useShortcut("j", () => next && router.push(`/calls/${next.callId}`));
  return (
    <nav aria-label={t("label")} className="flex flex-wrap items-center gap-x-6 gap-y-1">
      <Link href="/calls" className={linkLook}>
        <ChevronLeft aria-hidden className="size-4" />
        {t("list")}
      </Link>
      <span className="ml-auto flex gap-x-6">
        {previous ? (
          <Link href={`/calls/${previous.callId}`} className={linkLook}>
            ← {t("previous")} <Moment at={previous.startedAt} />
          </Link>
        ) : null}
        {next ? (
          <Link href={`/calls/${next.callId}`} className={linkLook}>
            {t("next")} <Moment at={next.startedAt} /> →
          </Link>
        ) : null}
      </span>
    </nav>
  );
}
