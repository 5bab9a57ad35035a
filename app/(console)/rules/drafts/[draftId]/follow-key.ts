import type { MouseEvent } from "react";

/** Who opens something with a key goes on in the inspector, which may stand far behind in the order of the page. */
export function followKey({ detail }: MouseEvent): void {
  if (detail === 0) document.getElementById("panel-edit")?.focus();
}
