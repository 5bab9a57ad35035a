import { Upload } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { ButtonLink } from "@/app/_components/ui/button";
import { ListPages } from "@/app/_components/ui/list-pages";
import { PageHead } from "@/app/_components/ui/page-head";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { api } from "@/app/_trpc/server";
import { ImportList } from "@/app/(console)/imports/import-list";
import { KeepFresh } from "@/app/(console)/imports/keep-fresh";
import { importListHref, loadImportListParams } from "@/app/(console)/imports/search-params";
import { isUnderWay } from "@/app/(console)/imports/under-way";
import { requireViewerWho } from "@/server/auth/require-viewer";
import { mayDo } from "@/server/domain/people/permissions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("imports");
  return { title: t("title") };
}

export default async function ImportsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewerWho("imports:read");
  const t = await getTranslations("imports");
  const { after } = await loadImportListParams(searchParams);
  const { imports, hasMore, count } = await api.imports.list(after ? { after } : {});
  const last = imports.at(-1);
  const mayRun = mayDo(viewer.role, "imports:run");
  return (
    <ClientMessages namespaces={["ui", "imports", "refusals"]}>
      <div className="grid gap-4 px-6 py-4">
        <PageHead
          title={t("title")}
          aside={t("count", { count })}
          actions={
            mayRun ? (
              <ButtonLink href="/imports/new" variant="primary">
                <Upload aria-hidden />
                {t("new")}
              </ButtonLink>
            ) : null
          }
        />
        <ImportList imports={imports} mayRun={mayRun} />
        <ListPages
          label={t("pages")}
          first={{ name: t("firstPage"), href: after ? "/imports" : null }}
          next={{ name: t("olderPage"), href: hasMore && last ? importListHref(last) : null }}
        />
        {imports.some(isUnderWay) ? <KeepFresh /> : null}
      </div>
    </ClientMessages>
  );
}
