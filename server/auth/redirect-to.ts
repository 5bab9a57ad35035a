import type { Route } from "next";
import { redirect } from "next/navigation";

/** Sends the browser to a path of this site that is only known while running. */
export function redirectTo(path: string): never {
  // Next.js types a path that is written down; a computed one leads to a page or to "not found".
  // biome-ignore lint/plugin: see above.
  return redirect(path as Route);
}
