import { logged } from "@/server/api/logged";
import { requestContext } from "@/server/api/request-context";
import { announceUpload } from "@/server/api/uploads";

export const POST = logged(async (request: Request) => await announceUpload(request, await requestContext()));
