import { v5 as uuidFromName } from "uuid";
import { expect } from "vitest";
import { SkillGroupId, UserId } from "@/server/domain/identifiers";
import { LocalClock } from "@/server/importing/local-clock";
import { placeNumber } from "@/server/importing/place-of-number";
import type { SourceCall, TranslationContext, Translator } from "@/server/importing/record-format";

const NAMESPACE = "1b671a64-40d5-491e-99b0-da01ff1f3341";

export function agentIdOf(name: string): UserId {
  return UserId.parse(uuidFromName(`agent ${name}`, NAMESPACE));
}

export function groupIdOf(name: string): SkillGroupId {
  return SkillGroupId.parse(uuidFromName(`group ${name}`, NAMESPACE));
}

export interface Translated {
  readonly calls: SourceCall[];
  /** Kind and line. */
  readonly warnings: [string, number][];
  /** Reason and line. */
  readonly refusals: [string, number][];
  readonly notAboutCalls: string[];
}

/** What a translator makes of lines, without any database. */
export function translateLines(
  translate: (context: TranslationContext) => Translator,
  lines: readonly string[],
  separator: string,
): Translated {
  return translateRows(
    translate,
    lines.map((text) => text.split(separator)),
    { texts: lines },
  );
}

/** As `translateLines`, of rows whose fields are already parted. */
export function translateRows(
  translate: (context: TranslationContext) => Translator,
  rows: readonly (readonly string[])[],
  { timeZone = "Asia/Jerusalem", texts = [] }: { timeZone?: string; texts?: readonly string[] } = {},
): Translated {
  const told: Translated = { calls: [], warnings: [], refusals: [], notAboutCalls: [] };
  let used = 0;
  const translator = translate({
    directory: {
      agent: agentIdOf,
      skillGroup: (name) => ({
        skillGroupId: groupIdOf(name),
        serviceLevelSeconds: 20,
        shortAbandonSeconds: 5,
      }),
    },
    clock: new LocalClock(timeZone),
    placeNumber: (written) => placeNumber(written, "CN"),
    sink: {
      call: (call) => {
        told.calls.push(call);
        used += call.rows;
      },
      repeat: (line) => {
        told.warnings.push(["repeated_line", line]);
        used += 1;
      },
      warn: (kind, line) => told.warnings.push([kind, line]),
      refuse: (reason, row) => told.refusals.push([reason, row.lineNumber]),
      notAboutCall: (kind) => told.notAboutCalls.push(kind),
    },
    now: Date.UTC(2026, 11, 1),
  });
  rows.forEach((fields, index) => {
    translator.read({ lineNumber: index + 1, text: texts[index] ?? fields.join(","), fields });
  });
  translator.finish();
  expect(used + told.refusals.length + told.notAboutCalls.length, "rows accounted for").toBe(rows.length);
  return told;
}
