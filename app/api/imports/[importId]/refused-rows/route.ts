import { logged } from "@/server/api/logged";
import { sendRefusedRows } from "@/server/api/refused-rows";
import { requestContext } from "@/server/api/request-context";

type RefusedRows = RouteContext<"/api/imports/[importId]/refused-rows">;

export const GET = logged(async (_: Request, { params }: RefusedRows) => {
  return await sendRefusedRows(await requestContext(), (await params).importId);
});
