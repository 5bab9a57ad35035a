/** The same thing as it was, as one person has it now, and as the others have it now. */
export interface Sides<Value> {
  readonly base: Value;
  readonly mine: Value;
  readonly theirs: Value;
}

interface MergedOrder<Key> {
  readonly order: readonly Key[];
  /** Both put the same things into different orders: mine was kept. */
  readonly isContested: boolean;
}

/**
 * The order of the things that are kept: as whoever reordered them has it, each new thing behind the one it
 * was put behind. New things of both at one place stand in an order that does not depend on whose is "mine".
 */
export function mergeOrder<Key extends string>(
  sides: Sides<readonly Key[]>,
  kept: ReadonlySet<Key>,
): MergedOrder<Key> {
  const known = new Set(sides.base.filter((key) => kept.has(key)));
  const { lead, isContested } = leadOf(sides, known);
  const backbone = withMissing(lead, [...known]);
  const mine = additionsOf(sides.mine, known, kept);
  const theirs = additionsOf(sides.theirs, known, kept);
  const order = [null, ...backbone].flatMap((anchor) => {
    const runs = [mine.get(anchor) ?? [], theirs.get(anchor) ?? []];
    const behind = runs.toSorted((one, other) => (one.join() < other.join() ? -1 : 1)).flat();
    return anchor === null ? behind : [anchor, ...behind];
  });
  return { order: [...new Set(order)], isContested };
}

function leadOf<Key extends string>({ base, mine, theirs }: Sides<readonly Key[]>, known: ReadonlySet<Key>) {
  const isMoved = { mine: !areAlike(mine, base, known), theirs: !areAlike(theirs, base, known) };
  const isContested = isMoved.mine && isMoved.theirs && !areAlike(mine, theirs, known);
  const changed = isMoved.theirs ? theirs : base;
  return { lead: (isMoved.mine ? mine : changed).filter((key) => known.has(key)), isContested };
}

/** Whether what stands in both lists stands in the same order. */
function areAlike<Key>(one: readonly Key[], other: readonly Key[], among: ReadonlySet<Key>): boolean {
  const [inOne, inOther] = [new Set(one), new Set(other)];
  const left = one.filter((key) => among.has(key) && inOther.has(key));
  const right = other.filter((key) => among.has(key) && inOne.has(key));
  return left.every((key, place) => right[place] === key);
}

/** What the leading side took out and the other changed comes back behind what it stood behind. */
function withMissing<Key>(lead: readonly Key[], base: readonly Key[]): Key[] {
  const order = [...lead];
  for (const [place, key] of base.entries()) {
    if (order.includes(key)) continue;
    const before = base[place - 1];
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key);
  }
  return order;
}

/** New things by the known one that they stand behind; null for those in front of all. */
function additionsOf<Key>(
  side: readonly Key[],
  known: ReadonlySet<Key>,
  kept: ReadonlySet<Key>,
): Map<Key | null, Key[]> {
  const runs = new Map<Key | null, Key[]>();
  let anchor: Key | null = null;
  for (const key of side) {
    if (known.has(key)) anchor = key;
    else if (kept.has(key)) runs.set(anchor, [...(runs.get(anchor) ?? []), key]);
  }
  return runs;
}
