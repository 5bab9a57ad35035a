import { receiveUpload } from "@/server/api/uploads";

export const dynamic = "force-dynamic";

export async function POST(request: Request): Promise<Response> {
  return await receiveUpload(request);
}
