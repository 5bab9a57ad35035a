import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/app/_components/ui/button";
import type { RouterOutputs } from "@/app/_trpc/outputs";
import { api } from "@/app/_trpc/server";
import { VersionPeriod } from "@/app/(console)/rules/version-period";

type Live = NonNullable<RouterOutputs["rules"]["overview"]["live"]>;

/** The rules that calls are routed by now. */
export async function LiveVersion({ live }: { live: Live }) {
  const t = await getTranslations("rules");
  const { ruleSet, examples } = await api.rules.version({ number: live.number });
  return (
    <section className="flex flex-wrap items-start gap-4 rounded-lg border border-line bg-surface px-4 py-3">
      <div className="grid flex-1 gap-1">
        <h2 className="text-body font-semibold">
          <Link href={`/rules/versions/${live.number}`} className="hover:underline">
            {t("version.title", { number: live.number })}
          </Link>
        </h2>
        <p className="text-body">{live.comment}</p>
        <p className="text-table text-muted">
          {t("version.holds", {
            rules: ruleSet.queueRules.length,
            groups: ruleSet.allocationRules.length,
            examples: examples.length,
          })}
        </p>
        <p className="text-table text-muted">
          <VersionPeriod version={live} now={Date.now()} /> · {live.authorName}
        </p>
      </div>
      <ButtonLink href={{ pathname: `/rules/versions/${live.number}` }}>{t("version.open")}</ButtonLink>
    </section>
  );
}
