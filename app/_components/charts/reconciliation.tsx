import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import type { CallsHref } from "@/app/_charts/chart-models";
import type { ReconciliationModel } from "@/app/_charts/prepare-reconciliation";

/** The queue's books in one line that adds up; each number opens its visits. */
export function Reconciliation({ model }: { model: ReconciliationModel }) {
  const t = useTranslations("reconciliation");
  return (
    <section
      aria-label={t("title")}
      className="flex flex-wrap items-baseline gap-x-2 gap-y-1 rounded-lg border border-line bg-surface px-4 py-2.5 text-table"
    >
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
