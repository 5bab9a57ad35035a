"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Select } from "@/app/_components/ui/select";

interface CompareFieldProps {
  number: number;
  other: number | null;
  others: readonly number[];
}

/** Chooses the version to compare with; the choice stands in the address. */
export function CompareField({ number, other, others }: CompareFieldProps) {
  const t = useTranslations("rules.version");
  const router = useRouter();
  const choices = other === null || other === number || others.includes(other) ? others : [...others, other];
  return (
    <Select
      aria-label={t("compareWith")}
      value={other ?? ""}
      onChange={({ target: { value } }) =>
        router.push(value === "" ? `/rules/versions/${number}` : `/rules/versions/${number}?with=${value}`)
      }
    >
      <option value="">{t("compareNothing")}</option>
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {t("title", { number: choice })}
        </option>
      ))}
    </Select>
  );
}
