import { sendRefusedRows } from "@/server/api/refused-rows";
import { requestContext } from "@/server/api/request-context";

export async function GET(_: Request, { params }: RouteContext<"/api/imports/[importId]/refused-rows">) {
  return await sendRefusedRows(await requestContext(), (await params).importId);
}
