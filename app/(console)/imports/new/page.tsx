import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Notice } from "@/app/_components/ui/notice";
import { PageHead } from "@/app/_components/ui/page-head";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { api } from "@/app/_trpc/server";
import { settle } from "@/app/_trpc/settle";
import { ImportForm } from "@/app/(console)/imports/new/import-form";
import { loadNewImportParams } from "@/app/(console)/imports/new/search-params";
import { requireViewerWho } from "@/server/auth/require-viewer";
import { env } from "@/server/env";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("imports");
  return { title: t("new") };
}

export default async function NewImportPage({ searchParams }: PageProps<"/imports/new">) {
  await requireViewerWho("imports:run");
  const t = await getTranslations("imports");
  const { like, encoding } = await loadNewImportParams(searchParams);
  const found = like && (await settle(api.imports.settings({ importId: like })));
  const settings = found?.ok ? { ...found.value, ...(encoding && { encoding }) } : null;
  return (
    <ClientMessages namespaces={["ui", "imports", "refusals"]}>
      <div className="grid max-w-4xl gap-4 px-6 py-4">
        <PageHead title={t("new")} />
        {settings ? (
          <Notice title={t("form.like", { name: settings.fileName })}>
            {encoding ? t("form.likeDownload") : null}
          </Notice>
        ) : null}
        <ImportForm
          key={like}
          hotlineTimeZone={env().HOTLINE_TIME_ZONE}
          timeZones={Intl.supportedValuesOf("timeZone")}
          mappings={await api.imports.mappings()}
          like={settings}
        />
      </div>
    </ClientMessages>
  );
}
