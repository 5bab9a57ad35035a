type RowAct =
  | { readonly kind: "move"; readonly by: number }
  | { readonly kind: "extend"; readonly by: number }
  | { readonly kind: "set"; readonly proficiency: number | null }
  | { readonly kind: "toggle" }
  | { readonly kind: "selectAll" }
  | { readonly kind: "clear" };

interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -1_000_000,
};

/** What a key means on a row of somebody with this proficiency; null where it is none of the grid's. */
export function readRowKey(event: Key, proficiency: number | null): RowAct | null {
  const { key, shiftKey, altKey } = event;
  if (altKey) return null;
  if (event.ctrlKey || event.metaKey) return key.toLowerCase() === "a" ? { kind: "selectAll" } : null;
  const by = steps[key];
  if (by !== undefined) return shiftKey ? { kind: "extend", by } : { kind: "move", by };
  if (key === " ") return { kind: "toggle" };
  if (key === "Escape") return { kind: "clear" };
  const set = readLevel(key, proficiency);
  return set === undefined ? null : { kind: "set", proficiency: set };
}

/** The proficiency that a key sets, null for none; nothing where it sets none. */
function readLevel(key: string, proficiency: number | null): number | null | undefined {
  if (/^[1-5]$/.test(key)) return Number(key);
  if (key === "Delete" || key === "Backspace") return null;
  if (key === "ArrowRight") return Math.min(5, (proficiency ?? 0) + 1);
  if (key === "ArrowLeft") return proficiency === null || proficiency === 1 ? null : proficiency - 1;
  return undefined;
}
