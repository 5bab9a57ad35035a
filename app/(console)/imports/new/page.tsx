import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHead } from "@/app/_components/ui/page-head";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { api } from "@/app/_trpc/server";
import { ImportForm } from "@/app/(console)/imports/new/import-form";
import { requireViewerWho } from "@/server/auth/require-viewer";
import { env } from "@/server/env";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("imports");
  return { title: t("new") };
}

export default async function NewImportPage() {
  await requireViewerWho("imports:run");
  const t = await getTranslations("imports");
  return (
    <ClientMessages namespaces={["ui", "imports", "refusals"]}>
      <div className="grid max-w-4xl gap-4 px-6 py-4">
        <PageHead title={t("new")} />
        <ImportForm
          hotlineTimeZone={env().HOTLINE_TIME_ZONE}
          timeZones={Intl.supportedValuesOf("timeZone")}
          mappings={await api.imports.mappings()}
        />
      </div>
    </ClientMessages>
  );
}
