import { headers } from "next/headers";
import { currentViewer, viewerWithPasswordDue } from "@/server/auth/current-viewer";
import { redirectTo } from "@/server/auth/redirect-to";
import { homePath } from "@/server/domain/people/home-path";
import { mayDo, type Permission } from "@/server/domain/people/permissions";
import type { Viewer } from "@/server/domain/people/viewer";

/**
 * For pages and layouts: the signed-in person, or the browser goes to the sign-in page, or to that of a
 * password that is due to change, and comes back from there. What the person may read and do is decided by procedures, not here.
 */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await currentViewer();
  if (viewer) return viewer;
  return redirectTo(`${await doorOfStranger()}?from=${encodeURIComponent(await requestedPath())}`);
}

/** Where somebody goes who may see no page yet: to sign in, or to choose the password that is due. */
export async function doorOfStranger(): Promise<"/new-password" | "/login"> {
  return (await viewerWithPasswordDue()) ? "/new-password" : "/login";
}

/** Next.js tells layouts everything but the address asked for: our own server adds it. */
async function requestedPath(): Promise<string> {
  const [path = "/", query] = (await headers()).get("x-hotline-path")?.split("?") ?? [];
  const asked = new URLSearchParams(query);
  asked.delete("_rsc");
  return asked.size === 0 ? path : `${path}?${asked}`;
}

/** The same for a page that is of no use without `permission`: others go to the page their day begins on. */
export async function requireViewerWho(permission: Permission): Promise<Viewer> {
  const viewer = await requireViewer();
  return mayDo(viewer.role, permission) ? viewer : redirectTo(homePath(viewer.role));
}
