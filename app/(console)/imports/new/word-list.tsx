"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/app/_components/ui/field";
import { Select } from "@/app/_components/ui/select";

/** A column of few words is a closed list; one of many is something else than what it was taken for. */
const WORDS_SHOWN = 24;

interface WordListProps<Meaning extends string> {
  title: string;
  words: readonly string[];
  /** What the reader has said of the file's own words. */
  own: Readonly<Record<string, Meaning>>;
  meanings: readonly Meaning[];
  /** What a word means with these own words. */
  read: (word: string, own: Readonly<Record<string, Meaning>>) => Meaning | undefined;
  nameOf: (meaning: Meaning) => string;
  onChange: (own: Record<string, Meaning>) => void;
}

/** What each word of a column means: those that are understood anyway, and those that the reader has to explain. */
export function WordList<Meaning extends string>(props: WordListProps<Meaning>) {
  const t = useTranslations("imports");
  const { title, words, own, meanings, read, nameOf, onChange } = props;
  if (words.length === 0) return null;

  function choose(word: string, meaning: Meaning | undefined) {
    const others = Object.entries<Meaning>(own).filter(([one]) => one !== word);
    onChange(Object.fromEntries(meaning === undefined ? others : [...others, [word, meaning]]));
  }

  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 grid text-table font-medium">
        {title}
        <span className="text-caption font-normal text-muted">{t("mapping.words.hint")}</span>
      </legend>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {words.slice(0, WORDS_SHOWN).map((word) => {
          const anyway = read(word, {});
          return (
            <Field
              key={word}
              label={<span className="block max-w-full truncate">{word}</span>}
              error={read(word, own) === undefined ? t("mapping.words.refused") : undefined}
            >
              <Select
                value={own[word] ?? ""}
                onChange={({ target }) =>
                  choose(
                    word,
                    meanings.find((meaning) => meaning === target.value),
                  )
                }
              >
                <option value="">
                  {anyway
                    ? t("mapping.words.understood", { meaning: nameOf(anyway) })
                    : t("mapping.words.unknown")}
                </option>
                {meanings.map((meaning) => (
                  <option key={meaning} value={meaning}>
                    {nameOf(meaning)}
                  </option>
                ))}
              </Select>
            </Field>
          );
        })}
      </div>
      {words.length > WORDS_SHOWN ? (
        <p className="text-caption text-warning">{t("mapping.words.many", { count: words.length })}</p>
      ) : null}
    </fieldset>
  );
}
