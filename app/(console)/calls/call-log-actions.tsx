import { api, viewerOfRequest } from "@/app/_trpc/server";
import { ColumnMenu } from "@/app/(console)/calls/column-menu";
import { ExportDialog } from "@/app/(console)/calls/export-dialog";
import { SavedViews } from "@/app/(console)/calls/saved-views";
import type { CallLogParams } from "@/app/(console)/calls/search-params";
import type { CallFilter } from "@/server/domain/calls/call-filter";
import { mayDo } from "@/server/domain/people/permissions";

/** What can be done with the list as it stands. */
export async function CallLogActions({ params, filter }: { params: CallLogParams; filter: CallFilter }) {
  const viewer = await viewerOfRequest();
  if (!viewer) return null;
  return (
    <>
      <SavedViews
        params={params}
        views={await api.savedViews.list()}
        viewerId={viewer.userId}
        mayShare={mayDo(viewer.role, "views:share")}
      />
      <ColumnMenu params={params} />
      {mayDo(viewer.role, "calls:export") ? <ExportDialog params={params} filter={filter} /> : null}
    </>
  );
}
