"use client";

import { ChevronDown, ChevronLeft, ChevronUp } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { CallSheet } from "@/app/_components/calls/call-sheet";
import { Moment } from "@/app/_components/format/moment";
import { useShortcut } from "@/app/_components/shell/use-shortcut";
import type { ListAround } from "@/app/(console)/calls/[callId]/read-list-around";

const linkLook = "inline-flex items-center gap-1 rounded-sm text-table text-muted hover:text-ink";

interface NeighboursProps {
  /** The list that the call was opened from, if it was. */
  list: ListAround | null;
  ofCustomer: CallSheet["neighbours"];
}

/**
 * The way back to the list (Escape), and to the calls before (K) and after (J): those of the list that the
 * call was opened from, otherwise the same customer's.
 */
export function Neighbours({ list, ofCustomer: { previous, next } }: NeighboursProps) {
  const t = useTranslations("call.neighbours");
  const router = useRouter();
  const back = list?.back ?? "/calls";
  const above = list ? list.previous : previous && (`/calls/${previous.callId}` as const);
  const below = list ? list.next : next && (`/calls/${next.callId}` as const);
  useShortcut("Escape", () => router.push(back));
  useShortcut("k", () => above && router.push(above));
  useShortcut("j", () => below && router.push(below));
  return (
    <nav aria-label={t("label")} className="flex flex-wrap items-center gap-x-6 gap-y-1">
      <Link href={back} className={linkLook}>
        <ChevronLeft aria-hidden className="size-4" />
        {list ? t("back") : t("list")}
      </Link>
      {list?.previous ? (
        <Link href={list.previous} className={linkLook}>
          <ChevronUp aria-hidden className="size-4" />
          {t("above")}
        </Link>
      ) : null}
      {list?.next ? (
        <Link href={list.next} className={linkLook}>
          <ChevronDown aria-hidden className="size-4" />
          {t("below")}
        </Link>
      ) : null}
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
