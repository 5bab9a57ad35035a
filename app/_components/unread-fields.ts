/** The fields of the address that hold something which could not be read, and so have no effect. */
export function unreadFields(
  raw: Readonly<Record<string, string | string[] | undefined>>,
  params: Readonly<Record<string, unknown>>,
): string[] {
  return Object.entries(params)
    .filter(([name, read]) => {
      const given = [raw[name] ?? []].flat().filter((text) => text.trim() !== "");
      return given.length > 0 && (read === null || (Array.isArray(read) && read.length === 0));
    })
    .map(([name]) => name);
}
