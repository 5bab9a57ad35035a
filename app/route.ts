import { currentViewer } from "@/server/auth/current-viewer";
import { redirectTo } from "@/server/auth/redirect-to";
import { doorOfStranger } from "@/server/auth/require-viewer";
import { homePath } from "@/server/domain/people/home-path";

/** The bare address leads to the page that the person's day begins on. */
export async function GET() {
  // Why nobody can be found out about, the sign-in page says in words, which a route has none of.
  const viewer = await currentViewer().catch(() => null);
  return redirectTo(viewer ? homePath(viewer.role) : await doorOfStranger().catch(() => "/login"));
}
