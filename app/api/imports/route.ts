import { requestContext } from "@/server/api/request-context";
import { receiveUpload } from "@/server/api/uploads";

export async function POST(request: Request): Promise<Response> {
  return await receiveUpload(request, await requestContext());
}
