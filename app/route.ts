import { redirectTo } from "@/server/auth/redirect-to";
import { requireViewer } from "@/server/auth/require-viewer";
import { homePath } from "@/server/domain/people/home-path";

/** The bare address leads to the page that the person's day begins on. */
export async function GET() {
  const viewer = await requireViewer();
  return redirectTo(homePath(viewer.role));
}
