import { answerHealth } from "@/server/api/health";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  const health = await answerHealth();
  return Response.json(health, { status: health.status === "ok" ? 200 : 503 });
}
