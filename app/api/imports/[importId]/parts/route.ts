import { logged } from "@/server/api/logged";
import { requestContext } from "@/server/api/request-context";
import { receivePart } from "@/server/api/upload-parts";

type Context = RouteContext<"/api/imports/[importId]/parts">;

export const PUT = logged(
  async (request: Request, { params }: Context) =>
    await receivePart(request, await requestContext(), (await params).importId),
);
