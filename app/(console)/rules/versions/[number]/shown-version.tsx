import { Download } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { Moment } from "@/app/_components/format/moment";
import { Button } from "@/app/_components/ui/button";
import { PageHead } from "@/app/_components/ui/page-head";
import { Skeleton } from "@/app/_components/ui/skeleton";
import type { RouterOutputs } from "@/app/_trpc/outputs";
import { api } from "@/app/_trpc/server";
import { namesOf } from "@/app/(console)/rules/names-of";
import { PublishDialog } from "@/app/(console)/rules/publish-dialog";
import { RuleList } from "@/app/(console)/rules/rule-list";
import { VersionPeriod } from "@/app/(console)/rules/version-period";
import { CompareField } from "@/app/(console)/rules/versions/[number]/compare-field";
import { ComparedWith } from "@/app/(console)/rules/versions/[number]/compared-with";

interface ShownVersionProps {
  version: RouterOutputs["rules"]["version"];
  /** The number of the version to compare with. */
  other: number | null;
  mayPublish: boolean;
}

export async function ShownVersion({ version, other, mayPublish }: ShownVersionProps) {
  const t = await getTranslations("rules.version");
  const [knowledge, { versions }] = await Promise.all([api.rules.known(), api.rules.history({})]);
  const names = namesOf(knowledge, await getLocale());
  const { number, comment, authorName, publishedAt, ruleSet, examples } = version;
  return (
    <>
      <PageHead
        title={t("title", { number })}
        aside={<VersionPeriod version={version} now={Date.now()} />}
        actions={
          <>
            <a
              href={`/api/rules/${number}`}
              download
              className="inline-flex h-8 items-center gap-2 rounded-md border border-line bg-surface px-3 font-medium text-body text-ink hover:bg-hover [&_svg]:size-4"
            >
              <Download aria-hidden />
              {t("export")}
            </a>
            {mayPublish ? (
              <PublishDialog
                what={{ number }}
                names={names}
                trigger={<Button variant="primary">{t("publishAgain")}</Button>}
              />
            ) : null}
          </>
        }
      />
      <div className="grid gap-1">
        <p className="text-body">{comment}</p>
        <p className="text-table text-muted">
          {t.rich("publishedBy", { name: authorName, moment: () => <Moment at={publishedAt} /> })} ·{" "}
          {t("holds", {
            rules: ruleSet.queueRules.length,
            groups: ruleSet.allocationRules.length,
            examples: examples.length,
          })}
        </p>
      </div>
      <section className="grid gap-3">
        <div className="flex flex-wrap items-center gap-3">
          <h2 className="font-semibold text-table">{t("compareTitle")}</h2>
          <CompareField
            number={number}
            other={other}
            others={versions.flatMap((one) => (one.number === number ? [] : [one.number]))}
          />
        </div>
        {other === null || other === number ? null : (
          <Suspense key={other} fallback={<Skeleton className="h-24 w-full" />}>
            <ComparedWith number={number} other={other} names={names} />
          </Suspense>
        )}
      </section>
      <RuleList ruleSet={ruleSet} names={names} />
    </>
  );
}
