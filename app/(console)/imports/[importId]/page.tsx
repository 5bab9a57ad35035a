import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Moment } from "@/app/_components/format/moment";
import { BackLink } from "@/app/_components/ui/back-link";
import { PageHead } from "@/app/_components/ui/page-head";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { api } from "@/app/_trpc/server";
import { settle } from "@/app/_trpc/settle";
import { ImportEnding } from "@/app/(console)/imports/[importId]/import-ending";
import { ImportProgress } from "@/app/(console)/imports/[importId]/import-progress";
import { ImportReportView } from "@/app/(console)/imports/[importId]/import-report";
import { UploadProgress } from "@/app/(console)/imports/[importId]/upload-progress";
import { ImportStatusWord } from "@/app/(console)/imports/import-status-word";
import { KeepFresh } from "@/app/(console)/imports/keep-fresh";
import { isUnderWay } from "@/app/(console)/imports/under-way";
import { requireViewerWho } from "@/server/auth/require-viewer";
import { ImportId } from "@/server/domain/identifiers";
import { ImportFormat } from "@/server/domain/importing/format";
import { mayDo } from "@/server/domain/people/permissions";

interface ImportPageProps {
  params: Promise<{ importId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("imports");
  return { title: t("title") };
}

export default async function ImportPage({ params }: ImportPageProps) {
  const { importId: id } = await params;
  const viewer = await requireViewerWho("imports:read");
  const importId = ImportId.safeParse(id);
  if (!importId.success) notFound();
  const found = await settle(api.imports.byId({ importId: importId.data }));
  if (!found.ok) notFound();
  const shown = found.value;
  const mayRun = mayDo(viewer.role, "imports:run");
  const t = await getTranslations("imports");
  return (
    <ClientMessages namespaces={["ui", "imports", "refusals"]}>
      <div className="grid max-w-6xl gap-4 px-6 py-4">
        <BackLink href="/imports">{t("back")}</BackLink>
        <PageHead title={shown.fileName} aside={<ImportStatusWord status={shown.status} />} />
        <p className="flex flex-wrap gap-x-4 text-table text-muted">
          <span>{t(`formats.${ImportFormat.parse(shown.format)}.name`)}</span>
          <span>{shown.provider}</span>
          <span>{shown.timeZone}</span>
          <span>{shown.startedBy ?? t("byCommand")}</span>
          <Moment at={shown.createdAt} />
        </p>
        {isUnderWay(shown) ? (
          <>
            {shown.status === "uploading" ? (
              <UploadProgress shown={shown} mayRun={mayRun} />
            ) : (
              <ImportProgress shown={shown} mayCancel={mayRun} />
            )}
            <KeepFresh />
          </>
        ) : (
          <ImportEnding shown={shown} mayRun={mayRun} />
        )}
        {shown.report ? (
          <ImportReportView importId={shown.importId} mayRun={mayRun} report={shown.report} />
        ) : null}
      </div>
    </ClientMessages>
  );
}
