import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import type { CallsHref } from "@/app/_charts/chart-models";
import type { ReconciliationModel } from "@/app/_charts/prepare-reconciliation";
import { DefinitionCard } from "@/app/_components/charts/definition-card";

interface ReconciliationProps {
  model: ReconciliationModel;
  /** Up to when an abandon is short in the groups shown; null where there are none. */
  shortAbandons: { readonly shortestSeconds: number; readonly longestSeconds: number } | null;
}

/** The queue's books in one line that adds up, or says that it does not; each number opens its visits. */
export function Reconciliation({ model, shortAbandons }: ReconciliationProps) {
  const t = useTranslations("reconciliation");
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 rounded-lg border border-line bg-surface px-4 py-2.5 text-table">
      <section aria-label={t("title")} className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
        <Term word={t("offered")} href={model.offered.href}>
          {model.offered.text}
        </Term>
        {model.parts.map(({ key, text, href }, index) => (
          <Fragment key={key}>
            <span className="text-muted">{index === 0 ? "=" : "+"}</span>
            <Term word={t(`parts.${key}`)} href={href}>
              {text}
            </Term>
          </Fragment>
        ))}
      </section>
      <DefinitionCard metric="offeredVisits" />
      {shortAbandons === null ? null : (
        <span className="text-caption text-muted">
          {t(
            shortAbandons.shortestSeconds === shortAbandons.longestSeconds ? "short" : "shortRange",
            shortAbandons,
          )}
        </span>
      )}
      {model.offered.href === null ? <p className="w-full text-muted">{t("nothing")}</p> : null}
      {model.missing === null ? null : (
        <p role="alert" className="w-full text-danger">
          {t("unbalanced", { missing: model.missing })}
        </p>
      )}
    </div>
  );
}

interface TermProps {
  word: string;
  href: CallsHref | null;
  children: ReactNode;
}

function Term({ word, href, children }: TermProps) {
  const number = <span className="font-medium">{children}</span>;
  return (
    <span className="whitespace-nowrap">
      {href === null ? (
        number
      ) : (
        <a href={href} className="hover:underline">
          {number}
        </a>
      )}{" "}
      <span className="text-muted">{word}</span>
    </span>
  );
}
