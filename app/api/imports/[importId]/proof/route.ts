import { logged } from "@/server/api/logged";
import { requestContext } from "@/server/api/request-context";
import { proveSameFile } from "@/server/api/upload-parts";

type Context = RouteContext<"/api/imports/[importId]/proof">;

export const POST = logged(
  async (request: Request, { params }: Context) =>
    await proveSameFile(request, await requestContext(), (await params).importId),
);
