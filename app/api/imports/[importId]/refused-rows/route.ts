import { sendRefusedRows } from "@/server/api/refused-rows";

export const dynamic = "force-dynamic";

export async function GET(
  _: Request,
  { params }: { params: Promise<{ importId: string }> },
): Promise<Response> {
  return await sendRefusedRows((await params).importId);
}
