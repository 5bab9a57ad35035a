import type { ApiContext } from "@/server/api/context";
import { refusalResponse } from "@/server/api/refusal-response";
import { mayDo } from "@/server/domain/people/permissions";
import { refuse } from "@/server/domain/refusal";
import { VersionNumber } from "@/server/domain/routing/versions/draft";
import { writeExportFile } from "@/server/domain/routing/versions/export-file";
import { listGroups } from "@/server/store/routing-knowledge";
import { findVersion } from "@/server/store/rule-set-versions";

/** A version of the rules as a file that can be imported, here or elsewhere. */
export async function sendVersion({ db, viewer, now }: ApiContext, wanted: string): Promise<Response> {
  if (!viewer) return refusalResponse(refuse("not_signed_in"));
  if (!mayDo(viewer.role, "rules:read")) {
    return refusalResponse(refuse("missing_permission", { permission: "rules:read" }));
  }
  const number = VersionNumber.safeParse(Number(wanted)).data;
  const version = number === undefined ? undefined : await findVersion(db, number);
  if (!version) return refusalResponse(refuse("version_not_found"));
  return new Response(writeExportFile({ ...version, at: now() }, await listGroups(db)), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="rules-version-${version.number}.json"`,
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
  });
}
