"use client";

import { CircleAlert, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import type { EditorValue } from "@/app/(console)/rules/drafts/[draftId]/editor-context";
import { faultText } from "@/app/(console)/rules/drafts/[draftId]/finding-words";
import { draftHref } from "@/app/(console)/rules/drafts/[draftId]/search-params";
import type { Finding } from "@/server/domain/routing/analysis/finding";

interface FindingListProps {
  findings: readonly Finding[];
  /** The rules that cover the one in question, in words. */
  coveredBy?: string;
  editor: Pick<EditorValue, "draftId" | "words" | "select" | "tryCall">;
}

/** What is wrong with one thing, each with a call that shows it. */
export function FindingList({ findings, coveredBy = "", editor }: FindingListProps) {
  const t = useTranslations("ruleEditor");
  const { draftId, words, select, tryCall } = editor;
  if (findings.length === 0) return null;
  return (
    <ul className="grid gap-1 pb-2 pl-8">
      {findings.map((finding) => {
        const { severity, example, fault, place } = finding;
        const text = faultText(t, { words, coveredBy }, fault);
        return (
          <li key={text} className="flex items-start gap-2 text-table [&>svg]:mt-1.5 [&>svg]:size-4">
            {severity === "error" ? (
              <CircleAlert aria-label={t("severity.error")} className="shrink-0 text-danger" />
            ) : (
              <TriangleAlert aria-label={t("severity.warning")} className="shrink-0 text-warning" />
            )}
            <span className="min-w-0 flex-1 pt-1">
              {place === null ? (
                text
              ) : (
                <Link
                  href={draftHref(draftId, place)}
                  prefetch={false}
                  className="hover:underline"
                  onNavigate={(event) => {
                    event.preventDefault();
                    select(place);
                  }}
                >
                  {text}
                </Link>
              )}
            </span>
            {example ? (
              <Button size="sm" variant="quiet" onClick={() => tryCall(example)}>
                {t("tryExample")}
              </Button>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
