import { createParser } from "nuqs/server";

/** A value that a schema reads; what it does not accept counts as absent. */
export function parseAs<Value extends string>(schema: {
  safeParse(text: string): { success: boolean; data?: Value };
}) {
  return createParser<Value>({
    parse: (text) => schema.safeParse(text).data ?? null,
    serialize: (value) => value,
  });
}

export const parseAsLocalDate = createParser<string>({
  parse: (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null),
  serialize: (date) => date,
});

/** A number that a schema reads; what it does not accept counts as absent. */
export function parseAsNumber(schema: { safeParse(number: number): { data?: number | undefined } }) {
  return createParser<number>({
    parse: (text) => (text.trim() === "" ? null : (schema.safeParse(Number(text)).data ?? null)),
    serialize: String,
  });
}
