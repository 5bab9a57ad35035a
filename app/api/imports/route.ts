import { logged } from "@/server/api/logged";
import { requestContext } from "@/server/api/request-context";
import { receiveUpload } from "@/server/api/uploads";

export const POST = logged(async (request: Request) => await receiveUpload(request, await requestContext()));
