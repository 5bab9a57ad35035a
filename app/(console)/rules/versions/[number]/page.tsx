import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { RefusalNotice } from "@/app/_components/refusal-notice";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { api } from "@/app/_trpc/server";
import { settle } from "@/app/_trpc/settle";
import { loadVersionParams } from "@/app/(console)/rules/versions/[number]/search-params";
import { ShownVersion } from "@/app/(console)/rules/versions/[number]/shown-version";
import { requireViewerWho } from "@/server/auth/require-viewer";
import { mayDo } from "@/server/domain/people/permissions";
import { refuse } from "@/server/domain/refusal";
import { VersionNumber } from "@/server/domain/routing/versions/draft";

type VersionPageProps = PageProps<"/rules/versions/[number]">;

const findVersion = cache(async (text: string) => {
  const number = VersionNumber.safeParse(Number(text)).data;
  return number === undefined ? refuse("version_not_found") : await settle(api.rules.version({ number }));
});

export async function generateMetadata({ params }: VersionPageProps): Promise<Metadata> {
  await requireViewerWho("rules:read");
  const t = await getTranslations("rules");
  const version = await findVersion((await params).number);
  return { title: version.ok ? t("version.title", { number: version.value.number }) : t("title") };
}

export default async function VersionPage({ params, searchParams }: VersionPageProps) {
  const viewer = await requireViewerWho("rules:read");
  const t = await getTranslations("rules.history");
  const version = await findVersion((await params).number);
  const other = VersionNumber.safeParse((await loadVersionParams(searchParams)).with).data;
  return (
    <ClientMessages namespaces={["ui", "rules", "ruleWords", "refusals", "failure"]}>
      <div className="grid max-w-6xl gap-5 px-6 py-4">
        <Link href="/rules/history" className="justify-self-start text-table text-muted hover:text-ink">
          {t("backHere")}
        </Link>
        {version.ok ? (
          <ShownVersion
            version={version.value}
            other={other ?? null}
            mayPublish={mayDo(viewer.role, "rules:publish")}
          />
        ) : (
          <RefusalNotice refusal={version} />
        )}
      </div>
    </ClientMessages>
  );
}
