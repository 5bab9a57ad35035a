import { clsx } from "clsx";
import { useFormatter, useTranslations } from "next-intl";
import { type ExplanationNames, Sentences } from "@/app/_components/explanation/sentence";
import type { Explanation as Explained } from "@/server/domain/routing/explanation/statement";

interface ExplanationProps {
  explained: readonly Explained[];
  names: ExplanationNames;
  /** What the decision is called; told apart from the others on the same page. */
  label?: string;
}

/** Why a decision was made, as sentences that unfold into the candidates and conditions behind them. */
export function Explanation({ explained, names, label }: ExplanationProps) {
  const t = useTranslations("explanation");
  const sentences = new Sentences(t, useFormatter(), names);
  return (
    <section aria-label={label ?? t("title")}>
      <SentenceList explained={explained} sentences={sentences} isTop />
    </section>
  );
}

/** Longer lists, such as all agents of a floor, stand in two columns. */
const ONE_COLUMN_MAX = 12;

interface SentenceListProps {
  explained: readonly Explained[];
  sentences: Sentences;
  isTop?: boolean;
}

function SentenceList({ explained, sentences, isTop = false }: SentenceListProps) {
  return (
    <ol
      className={clsx(
        "grid gap-1",
        isTop ? "text-body" : "ms-1.5 border-line border-s ps-3.5 pt-1 text-table",
        explained.length > ONE_COLUMN_MAX && "gap-x-6 sm:grid-cols-2",
      )}
    >
      {explained.map((one) => {
        const sentence = sentences.sentence(one);
        return (
          <li
            key={JSON.stringify([one.key, one.values])}
            className={clsx(!isTop && "text-muted", one.children.length > 0 && "col-span-full")}
          >
            {one.children.length === 0 ? (
              <span className="block ps-4">{sentence}</span>
            ) : (
              <details>
                <summary className="w-fit hover:text-ink">{sentence}</summary>
                <SentenceList explained={one.children} sentences={sentences} />
              </details>
            )}
          </li>
        );
      })}
    </ol>
  );
}
