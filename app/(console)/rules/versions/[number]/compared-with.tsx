import { getTranslations } from "next-intl/server";
import { RefusalNotice } from "@/app/_components/refusal-notice";
import type { RuleNames } from "@/app/_components/rules/rule-words";
import { api } from "@/app/_trpc/server";
import { settle } from "@/app/_trpc/settle";
import { Difference } from "@/app/(console)/rules/difference";

interface ComparedWithProps {
  number: number;
  other: number;
  names: RuleNames;
}

/** What went, or would go, otherwise between two versions: from the older to the newer. */
export async function ComparedWith({ number, other, names }: ComparedWithProps) {
  const t = await getTranslations("rules.version");
  const [before, after] = [Math.min(number, other), Math.max(number, other)];
  const compared = await settle(api.rules.compare({ before, after }));
  if (!compared.ok) return <RefusalNotice refusal={compared} />;
  return (
    <>
      <p className="text-table text-muted">{t("fromTo", { before, after })}</p>
      <Difference meaning={compared.value} names={names} />
    </>
  );
}
