import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { CsvMapping } from "@/server/domain/importing/csv-mapping";
import { bankHeader } from "@/server/importing/formats/anonymous-bank-1999";

const SEED = 1999;
/** People who call: each a few times. */
const CUSTOMERS = 60_000;
const LINES_AT_ONCE = 5000;

/** Draws from 0 (inclusive) to 1 (exclusive), the same sequence each time. */
function draws(): () => number {
  const generator = xoroshiro128plus(SEED);
  return () => (generator.next() >>> 0) / 0x1_0000_0000;
}

async function writeLines(path: string, lines: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(chunks(lines)), createWriteStream(path));
}

function* chunks(lines: Iterable<string>): Generator<string> {
  let some: string[] = [];
  for (const line of lines) {
    some.push(line);
    if (some.length < LINES_AT_ONCE) continue;
    yield some.join("");
    some = [];
  }
  yield some.join("");
}

/** A queue_log of `calls` interleaving calls: four in five answered, a ring in vain now and then. */
export async function writeQueueLog(path: string, calls: number): Promise<void> {
  await writeLines(path, queueLogLines(calls));
}

function* queueLogLines(calls: number): Generator<string> {
  const draw = draws();
  const pending = new Map<number, string[]>();
  let second = 1_760_000_000;
  for (let index = 0; index < calls; index += 1) {
    for (const [at, line] of queueLogCall(second, index, draw)) {
      pending.set(at, [...(pending.get(at) ?? []), `${at}|${line}\n`]);
    }
    const next = second + Math.floor(draw() * 5);
    for (; second < next; second += 1) yield* takeSecond(pending, second);
  }
  for (; pending.size > 0; second += 1) yield* takeSecond(pending, second);
}

function takeSecond(pending: Map<number, string[]>, second: number): string[] {
  const lines = pending.get(second) ?? [];
  pending.delete(second);
  return lines;
}

function queueLogCall(at: number, index: number, draw: () => number): [number, string][] {
  const id = `${at}.${index}`;
  const queue = `queue-${Math.floor(draw() * 8)}`;
  const agent = `Agent ${100 + Math.floor(draw() * 60)}`;
  const wait = 1 + Math.floor(draw() * 60);
  const number = `138${String(10_000_000 + Math.floor(draw() * CUSTOMERS) * 397)}`;
  const lines: [number, string][] = [[at, `${id}|${queue}|NONE|ENTERQUEUE||${number}|1`]];
  if (draw() < 0.2) return [...lines, [at + wait, `${id}|${queue}|NONE|ABANDON|1|1|${wait}`]];
  if (wait > 12) lines.push([at + wait - 5, `${id}|${queue}|Agent 99|RINGNOANSWER|6000`]);
  const talk = 10 + Math.floor(draw() * 400);
  const side = draw() < 0.4 ? "COMPLETECALLER" : "COMPLETEAGENT";
  return [
    ...lines,
    [at + wait, `${id}|${queue}|${agent}|CONNECT|${wait}|${id}.1|3`],
    [at + wait + talk, `${id}|${queue}|${agent}|${side}|${wait}|${talk}|1`],
  ];
}

/** Records in the bank's format: `calls` rows, half a minute apart. */
export async function writeBankRecords(path: string, calls: number): Promise<void> {
  await writeLines(path, bankLines(calls));
}

function* bankLines(calls: number): Generator<string> {
  const draw = draws();
  yield `${bankHeader}\r\n`;
  const callsADay = 2000;
  for (let index = 0; index < calls; index += 1) {
    const day = new Date(Date.UTC(1999, 3, 5 + Math.floor(index / callsADay)));
    const date = day.toISOString().slice(2, 10).replaceAll("-", "");
    yield `${bankRow(index, date, draw)}\r\n`;
  }
}

function bankRow(index: number, date: string, draw: () => number): string {
  const entry = 28_800 + (index % 2000) * 25;
  const exit = entry + 5 + Math.floor(draw() * 10);
  const wait = draw() < 0.55 ? 1 + Math.floor(draw() * 120) : 0;
  const isAnswered = draw() < 0.83;
  const talk = isAnswered ? 5 + Math.floor(draw() * 400) : 0;
  const start = exit + wait - 1;
  return [
    ...["AA0101", 1 + index, 1000 + Math.floor(draw() * 90_000), Math.floor(draw() * 3), "PS", date],
    ...[clock(entry), clock(exit), exit - entry],
    ...[wait ? clock(exit) : clock(0), wait ? clock(exit + wait) : clock(0), wait],
    isAnswered ? "AGENT" : "HANG",
    ...[isAnswered ? clock(start) : clock(0), isAnswered ? clock(start + talk) : clock(0), talk],
    isAnswered ? `SERVER${Math.floor(draw() * 30)}` : "NO_SERVER",
  ].join("\t");
}

const csvColumns = {
  ...{ startedAt: "start", callId: "id", customerNumber: "number", customerName: "customer" },
  ...{ skillGroup: "group", wait: "wait", agent: "agent", ring: "ring", talk: "talk", wrapUp: "wrap-up" },
} as const;

export const csvMapping: CsvMapping = {
  columns: csvColumns,
  timeFormat: "epoch_seconds",
  directions: {},
  outcomes: {},
};

/** A table of `calls` rows for `csvMapping`, a few seconds apart, with a quoted name in each. */
export async function writeCsv(path: string, calls: number): Promise<void> {
  await writeLines(path, csvLines(calls));
}

function* csvLines(calls: number): Generator<string> {
  const draw = draws();
  yield `${Object.values(csvColumns).join(",")}\n`;
  let second = 1_760_000_000;
  for (let index = 0; index < calls; index += 1) {
    yield `${csvRow(second, index, draw)}\n`;
    second += Math.floor(draw() * 5);
  }
}

function csvRow(second: number, index: number, draw: () => number): string {
  const customer = Math.floor(draw() * CUSTOMERS);
  const party = [`138${10_000_000 + customer * 397}`, `"Customer, ${customer}"`];
  const wait = 1 + Math.floor(draw() * 60);
  const isAnswered = draw() < 0.8;
  const agent = `Agent ${100 + Math.floor(draw() * 60)}`;
  const talk = 10 + Math.floor(draw() * 400);
  return [
    ...[second, `${second}.${index}`, ...party, `group-${Math.floor(draw() * 8)}`, wait],
    ...(isAnswered ? [agent, 3, talk, 15] : ["", "", "", ""]),
  ].join(",");
}

function clock(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60];
  return `${hours}:${String(minutes).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;
}
