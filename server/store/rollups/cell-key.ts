import { createHash } from "node:crypto";
import type { DimensionKey } from "@/server/domain/metrics/dimension-keys";

const NONE = "";
/** Begins a key that is kept as it is. */
export const VALUE = "=";
/** Begins what is kept of a key that is too long. */
export const DIGEST = "#";
/** An index holds no text of any length; a key track of hundreds of keys stands under its digest. */
const VALUE_LENGTH_MAX = 500;

/** A key as cells keep it: no property is something else than an empty one. */
export function cellKey(key: DimensionKey): string {
  if (key === null) return NONE;
  if (key.length <= VALUE_LENGTH_MAX) return VALUE + key;
  return DIGEST + createHash("sha256").update(key).digest("hex");
}

/** The key that a cell stands for; undefined when only its digest was kept. */
export function keyOfCell(text: string): DimensionKey | undefined {
  if (text === NONE) return null;
  return text.startsWith(VALUE) ? text.slice(VALUE.length) : undefined;
}
