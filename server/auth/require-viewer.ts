import { currentViewer } from "@/server/auth/current-viewer";
import { redirectTo } from "@/server/auth/redirect-to";
import { homePath } from "@/server/domain/people/home-path";
import { mayDo, type Permission } from "@/server/domain/people/permissions";
import type { Viewer } from "@/server/domain/people/viewer";

/**
 * For pages and layouts: the signed-in person, or the browser goes to the sign-in page and comes
 * back to `path`. What the person may read and do is decided by procedures, not here.
 */
export async function requireViewer(path: string): Promise<Viewer> {
  const viewer = await currentViewer();
  return viewer ?? redirectTo(`/login?from=${encodeURIComponent(path)}`);
}

/** The same for a page that is of no use without `permission`: others go to the page their day begins on. */
export async function requireViewerWho(permission: Permission, path: string): Promise<Viewer> {
  const viewer = await requireViewer(path);
  return mayDo(viewer.role, permission) ? viewer : redirectTo(homePath(viewer.role));
}
