/** What stands on either side of a comparison, each once: a key that one side lacks has no records there. */
export function keysOfEither<Key>(
  own: ReadonlyMap<Key, unknown>,
  beside: ReadonlyMap<Key, unknown> | null,
): Key[] {
  return [...new Set([...own.keys(), ...(beside?.keys() ?? [])])];
}
