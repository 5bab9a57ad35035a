import { Info } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { SOURCES } from "@/server/domain/metrics/definition";
import { DEFINITIONS, type MetricId } from "@/server/domain/metrics/definitions";

/**
 * What a figure counts, behind an ⓘ: a popover, which opens without JavaScript, closes when another opens,
 * and lies over the table that its head may stand in rather than being cut off with it.
 */
export function DefinitionCard({ metric }: { metric: MetricId }) {
  const t = useTranslations("metrics");
  const id = useId();
  const { anchors, exclusions, measure, sources } = DEFINITIONS[metric];
  const name = t(`${metric}.name`);
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={t("definition.about", { name })}
        className="-my-1 inline-flex size-6 shrink-0 cursor-pointer items-center justify-center rounded-md align-middle text-muted transition-colors hover:bg-hover hover:text-ink"
      >
        <Info aria-hidden className="size-3.5" />
      </button>
      <div
        id={id}
        popover="auto"
        className="inset-auto m-0 mt-1 w-80 max-w-[80vw] gap-2 whitespace-normal rounded-lg border border-line bg-raised p-3 text-left text-caption font-normal text-ink shadow-float [position-area:bottom_span-right] [position-try-fallbacks:flip-inline,flip-block] open:grid"
      >
        <p className="text-body font-medium">{name}</p>
        <p>{t(`${metric}.sentence`)}</p>
        <dl className="grid gap-2">
          <Part name={t("definition.formula")}>{t(`${metric}.formula`)}</Part>
          <Part name={t("definition.population")}>{t(`${metric}.population`)}</Part>
          <Part name={t("definition.anchor")}>
            {anchors.map((anchor) => (
              <span key={anchor} className="block">
                {t(`anchors.${anchor}`)}
              </span>
            ))}
          </Part>
          <Part name={t("definition.exclusions")}>
            {exclusions.length === 0 ? (
              t("definition.nothing")
            ) : (
              <ul className="list-disc pl-4">
                {exclusions.map((exclusion) => (
                  <li key={exclusion}>{t(`exclusions.${exclusion}`)}</li>
                ))}
              </ul>
            )}
          </Part>
          <Part name={t("definition.unit")}>{t(`measures.${measure}`)}</Part>
          <Part name={t("definition.sources")}>
            {sources.length === 0 ? (
              t("definition.ownDefinition")
            ) : (
              <ul>
                {sources.map((source) => (
                  <li key={source}>
                    <SourceTitle {...SOURCES[source]} />
                  </li>
                ))}
              </ul>
            )}
          </Part>
        </dl>
      </div>
    </>
  );
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function SourceTitle({ title, url }: { title: string; url: string | null }) {
  if (url === null) return title;
  return (
    <a href={url} target="_blank" rel="noreferrer" className="underline underline-offset-2 hover:text-accent">
      {title}
    </a>
  );
}
