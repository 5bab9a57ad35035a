"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { RuleNames } from "@/app/_components/rules/rule-words";
import { Notice } from "@/app/_components/ui/notice";
import type { RouterOutputs } from "@/app/_trpc/outputs";
import { Difference } from "@/app/(console)/rules/difference";
import { draftHref } from "@/app/(console)/rules/drafts/[draftId]/search-params";
import type { DraftId } from "@/server/domain/routing/versions/draft";

type Review = RouterOutputs["rules"]["review"];

interface PublishReviewProps {
  review: Review;
  names: RuleNames;
  /** The draft in which errors can be mended; null for an old version. */
  draftId: DraftId | null;
  /** Called on the way to an error. */
  onLeave: () => void;
}

/** What stands against publishing, and what it would mean for calls. */
export function PublishReview({ review, names, draftId, onLeave }: PublishReviewProps) {
  const t = useTranslations("rules.publish");
  const format = useFormatter();
  const { live, meaning, errors, entangled, red } = review;
  return (
    <>
      {entangled.length > 0 ? (
        <Notice tone="danger" title={t("entangled")}>
          {format.list(entangled, "row")}
        </Notice>
      ) : null}
      {errors.length > 0 ? (
        <Notice tone="danger" title={t("errors", { count: errors.length })}>
          <ul>
            {errors.map(({ kind, place, name }) => {
              const text =
                name === null ? t(`faults.${kind}`) : t("fault", { name, fault: t(`faults.${kind}`) });
              return (
                <li key={`${kind} ${JSON.stringify(place)}`}>
                  {place === null || draftId === null ? (
                    text
                  ) : (
                    <Link
                      href={draftHref(draftId, place)}
                      prefetch={false}
                      onClick={onLeave}
                      className="underline underline-offset-2"
                    >
                      {text}
                    </Link>
                  )}
                </li>
              );
            })}
          </ul>
        </Notice>
      ) : null}
      {red.length > 0 ? (
        <Notice tone="danger" title={t("red", { count: red.length })}>
          <ul>
            {red.map(({ exampleId, name }) => (
              <li key={exampleId}>{name}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <section className="grid gap-2">
        <h3 className="text-table font-semibold">
          {live === null ? t("first") : t("against", { number: live })}
        </h3>
        {meaning ? <Difference meaning={meaning} names={names} /> : null}
      </section>
    </>
  );
}
