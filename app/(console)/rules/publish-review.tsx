"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { RuleNames } from "@/app/_components/rules/rule-words";
import { Notice } from "@/app/_components/ui/notice";
import type { RouterOutputs } from "@/app/_trpc/outputs";
import { Difference } from "@/app/(console)/rules/difference";

type Review = RouterOutputs["rules"]["review"];

/** What stands against publishing, and what it would mean for calls. */
export function PublishReview({ review, names }: { review: Review; names: RuleNames }) {
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
            {errors.map(({ kind, place }) => (
              <li key={`${kind} ${place}`}>
                {place === null ? t(`faults.${kind}`) : t("fault", { place, fault: t(`faults.${kind}`) })}
              </li>
            ))}
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
