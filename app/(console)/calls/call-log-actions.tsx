import { SavedViews } from "@/app/_components/saved-views/saved-views";
import { api, viewerOfRequest } from "@/app/_trpc/server";
import { ColumnMenu } from "@/app/(console)/calls/column-menu";
import { ExportDialog } from "@/app/(console)/calls/export-dialog";
import { ImportLink } from "@/app/(console)/calls/import-link";
import { type CallLogParams, callLogHref, firstPage } from "@/app/(console)/calls/search-params";
import type { CallFilter } from "@/server/domain/calls/call-filter";
import { mayDo } from "@/server/domain/people/permissions";

/** What can be done with the list as it stands. */
export async function CallLogActions({ params, filter }: { params: CallLogParams; filter: CallFilter }) {
  const viewer = await viewerOfRequest();
  if (!viewer) return null;
  return (
    <>
      <SavedViews
        page="calls"
        query={callLogHref({ ...params, ...firstPage }).replace(/^\/calls\??/, "")}
        views={await api.savedViews.list({ page: "calls" })}
        viewerId={viewer.userId}
        mayShare={mayDo(viewer.role, "views:share")}
      />
      <ColumnMenu params={params} />
      {mayDo(viewer.role, "calls:export") ? <ExportDialog params={params} filter={filter} /> : null}
      {mayDo(viewer.role, "imports:run") ? <ImportLink /> : null}
    </>
  );
}
