import { sendVersion } from "@/server/api/export-version";
import { logged } from "@/server/api/logged";
import { requestContext } from "@/server/api/request-context";

type Version = RouteContext<"/api/rules/[number]">;

export const GET = logged(async (_: Request, { params }: Version) => {
  return await sendVersion(await requestContext(), (await params).number);
});
