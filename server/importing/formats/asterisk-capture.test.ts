import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { foldCall } from "@/server/domain/calls/fold";
import { translateQueueLog } from "@/server/importing/formats/asterisk-queue-log";
import { groupIdOf, translateLines } from "@/server/testing/translation";

const read = (lines: readonly string[]) => translateLines(translateQueueLog, lines, "|");

const capture = "../shared/data/asterisk-22-capture/queue_log";
const Known = z.object({
  asterisk_capture: z.object({
    queue_log: z.record(
      z.string(),
      z.object({
        ...{ entered: z.number(), answered: z.number(), abandoned: z.number(), timeout: z.number() },
        ...{ exit_key: z.number(), mean_hold_answered: z.number().nullable() },
        ...{ mean_talk: z.number().nullable(), mean_abandon_wait: z.number().nullable() },
      }),
    ),
  }),
});

describe.skipIf(!existsSync(capture))("a log that a real Asterisk wrote (needs ../shared)", () => {
  const known = () =>
    Known.parse(JSON.parse(readFileSync("../shared/cases/known-answers.json", "utf8"))).asterisk_capture;
  const lines = () => readFileSync(capture, "utf8").trimEnd().split("\n");

  test.each(["hotline", "vip", "tiny", "strict"])("gives the figures known of the queue %s", (queue) => {
    const folded = read(lines()).calls.map(({ events }) => foldCall(events));
    const visits = folded
      .flatMap((call) => call.visits)
      .filter((visit) => visit.skillGroupId === groupIdOf(queue));
    const legs = folded.flatMap((call) => call.legs).filter((leg) => leg.skillGroupId === groupIdOf(queue));
    const of = (outcomes: string[]) => visits.filter(({ outcome }) => outcomes.includes(outcome));
    const abandoned = of(["abandoned", "short_abandoned"]);
    expect({
      entered: visits.length,
      answered: of(["answered"]).length,
      abandoned: abandoned.length,
      timeout: visits.filter(({ exit }) => exit === "timed_out").length,
      exit_key: visits.filter(({ exit }) => exit === "key_pressed").length,
      mean_hold_answered: meanSeconds(of(["answered"]).map(({ waitMs }) => waitMs)),
      mean_talk: meanSeconds(
        legs.filter(({ answeredAt }) => answeredAt !== null).map(({ talkMs }) => talkMs),
      ),
      mean_abandon_wait: meanSeconds(abandoned.map(({ waitMs }) => waitMs)),
    }).toEqual(known().queue_log[queue]);
  });

  test("fits into the life of a call without a remainder", () => {
    const { calls, refusals } = read(lines());
    expect(calls).toHaveLength(187);
    expect(refusals).toEqual([]);
    expect(calls.flatMap(({ events }) => foldCall(events).anomalies)).toEqual([]);
  });
});

function meanSeconds(milliseconds: readonly (number | null)[]): number | null {
  if (milliseconds.length === 0) return null;
  const total = milliseconds.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  return Math.round(total / milliseconds.length / 10) / 100;
}
