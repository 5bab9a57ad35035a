import { TooEntangled } from "@/server/domain/routing/regions/diagrams";

const KEYS = [..."0123456789*#"];
const STATES_MAX = 20_000;

export interface Patterns {
  readonly starts: readonly (readonly string[])[];
  readonly parts: readonly (readonly string[])[];
}

interface State {
  readonly track: readonly string[];
  /** How far each of `starts` is met; −1 once the track has gone another way. */
  readonly starts: readonly number[];
  /** How much of each of `parts` the end of the track is; all of it once it was there. */
  readonly parts: readonly number[];
}

/**
 * Key tracks of every kind that beginnings and parts of tracks can tell apart, the shortest of each: all
 * states of the automaton that reads a track key by key and follows every pattern at once.
 * @throws TooEntangled where there are too many.
 */
export function trackCandidates({ starts, parts }: Patterns): (readonly string[])[] {
  const mentioned = new Set([...starts, ...parts].flat());
  const other = KEYS.find((key) => !mentioned.has(key));
  const keys = other === undefined ? [...mentioned] : [...mentioned, other];
  const first: State = { track: [], starts: starts.map(() => 0), parts: parts.map(() => 0) };
  const seen = new Map([[nameOf(first), first]]);
  const open = [first];
  for (let state = open.shift(); state !== undefined; state = open.shift()) {
    for (const key of keys) {
      const following = follow(state, key, { starts, parts });
      const name = nameOf(following);
      if (seen.has(name)) continue;
      if (seen.size >= STATES_MAX) throw new TooEntangled();
      seen.set(name, following);
      open.push(following);
    }
  }
  return [...seen.values()].map(({ track }) => track);
}

function nameOf({ starts, parts }: State): string {
  return `${starts.join(" ")}|${parts.join(" ")}`;
}

function follow({ track, ...state }: State, key: string, { starts, parts }: Patterns): State {
  return {
    track: [...track, key],
    starts: starts.map((pattern, index) => {
      const met = state.starts[index] ?? 0;
      if (met === -1 || met === pattern.length) return met;
      return pattern[met] === key ? met + 1 : -1;
    }),
    parts: parts.map((pattern, index) => {
      const met = state.parts[index] ?? 0;
      return met === pattern.length ? met : longestEnd([...pattern.slice(0, met), key], pattern);
    }),
  };
}

/** How many keys of a pattern's beginning the end of `keys` is. */
function longestEnd(keys: readonly string[], pattern: readonly string[]): number {
  for (let length = Math.min(keys.length, pattern.length); length > 0; length -= 1) {
    const end = keys.slice(-length);
    if (end.every((key, index) => key === pattern[index])) return length;
  }
  return 0;
}
