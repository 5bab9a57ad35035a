import type { useFormatter } from "next-intl";
import { formatDuration } from "@/app/_components/format/duration";
import type { Translator } from "@/app/_i18n/translator";
import { Verification } from "@/server/domain/calls/event";
import { type CallId, type SkillGroupId, UserId } from "@/server/domain/identifiers";
import { maskNumber } from "@/server/domain/people/mask-number";
import type { Statement, Value } from "@/server/domain/routing/explanation/statement";
import type { RuleId } from "@/server/domain/routing/rule";

/** What the ids in an explanation are called. */
export interface ExplanationNames {
  readonly groups: ReadonlyMap<SkillGroupId, string>;
  readonly agents: ReadonlyMap<UserId, string>;
  readonly rules: ReadonlyMap<RuleId, string>;
  readonly calls: ReadonlyMap<CallId, string>;
  /** Provinces, which rules name in English, in the reader's language. */
  readonly places: ReadonlyMap<string, string>;
}

type Words = Extract<Value, { kind: "words" }>;
type Word = Words["words"][number];

/** In the order of their numbers. */
const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

/** The sentences of explanations in one language, with one set of names. */
export class Sentences {
  private readonly t: Translator<"explanation">;
  readonly #format: ReturnType<typeof useFormatter>;
  readonly #names: ExplanationNames;

  constructor(
    t: Translator<"explanation">,
    format: ReturnType<typeof useFormatter>,
    names: ExplanationNames,
  ) {
    this.t = t;
    this.#format = format;
    this.#names = names;
  }

  sentence({ key, values }: Statement): string {
    const printed = Object.entries(values).map(([name, value]) => [name, this.#print(value)] as const);
    return this.t(`${key}`, Object.fromEntries(printed));
  }

  /** Numbers are left to the message, which may have a plural for them. */
  #print(value: Value): string | number {
    const { groups, agents, rules, calls } = this.#names;
    switch (value.kind) {
      case "rule":
        return rules.get(value.ruleId) ?? this.t("unknown.rule");
      case "group":
        return groups.get(value.skillGroupId) ?? this.t("unknown.group");
      case "agent":
        return agents.get(value.agentId) ?? this.t("unknown.agent");
      case "call":
        return calls.get(value.callId) ?? this.t("unknown.call");
      case "number":
        return value.number;
      case "share":
        return this.#format.number(value.share, "percent");
      case "duration":
        return formatDuration(value.ms);
      case "text":
        return value.text;
      case "words":
        return this.#either(value);
      case "clause":
        return this.sentence(value.clause);
    }
  }

  #either({ of, words }: Words): string {
    const printed = words.map((word) => this.#word(of, word));
    return this.#format.list(printed, { type: "disjunction" });
  }

  #word(of: Words["of"], word: Word): string {
    if (word === null) return this.t("unknown.word");
    switch (of) {
      case "weekday":
        return this.t(`weekdays.${weekdays[Number(word) - 1] ?? "monday"}`);
      case "timeOfDay":
        return clockTime(Number(word));
      case "verification":
        return this.t(`verifications.${Verification.parse(word)}`);
      case "lastAgentId":
        return String(this.#print({ kind: "agent", agentId: UserId.parse(word) }));
      case "province":
        return this.#names.places.get(String(word)) ?? String(word);
      case "callerNumber":
        return maskNumber(String(word));
      default:
        return String(word);
    }
  }
}

/** A minute of the day as `18:00`. */
function clockTime(minute: number): string {
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60];
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}
