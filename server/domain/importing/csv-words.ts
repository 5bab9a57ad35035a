import { type CsvDirection, type CsvOutcome, csvWordMax } from "@/server/domain/importing/csv-mapping";

const directions = new Map<string, CsvDirection>([
  ...spelt("inbound", ["inbound", "incoming", "in", "呼入", "来电"]),
  ...spelt("outbound", ["outbound", "outgoing", "out", "呼出", "外呼"]),
]);

const outcomes = new Map<string, CsvOutcome>([
  ...spelt("answered", ["answered", "connected", "completed", "接通", "已接", "已接听", "接听", "成功"]),
  ...spelt("abandoned", ["abandoned", "missed", "lost", "放弃", "未接", "排队放弃", "呼损"]),
  ...spelt("overflowed", ["overflowed", "overflow", "timeout", "溢出"]),
  ...spelt("left_in_ivr", ["ivr", "left in ivr", "ivr放弃", "ivr挂机"]),
  ...spelt("not_reached", ["no answer", "busy", "未接通", "无人接听"]),
]);

function spelt<Meaning extends string>(
  meaning: Meaning,
  words: readonly string[],
): (readonly [string, Meaning])[] {
  return words.map((word) => [word, meaning] as const);
}

/** The direction that a word means: the mapping's own words first. */
export function readDirection(
  word: string,
  own: Readonly<Record<string, CsvDirection>>,
): CsvDirection | undefined {
  return Object.hasOwn(own, word) ? own[word] : directions.get(word.toLowerCase());
}

/** The outcome that a word means: the mapping's own words first. */
export function readOutcome(word: string, own: Readonly<Record<string, CsvOutcome>>): CsvOutcome | undefined {
  return Object.hasOwn(own, word) ? own[word] : outcomes.get(word.toLowerCase());
}

/** The different words in a column, the most frequent first; an empty cell holds none, nor does a text hold one. */
export function wordsIn(cells: Iterable<string>): string[] {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    const word = cell.trim();
    if (word !== "" && word.length <= csvWordMax) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one).map(([word]) => word);
}
