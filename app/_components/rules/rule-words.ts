import type { useFormatter } from "next-intl";
import { formatDuration } from "@/app/_components/format/duration";
import type { Translator } from "@/app/_i18n/translator";
import type { Verification } from "@/server/domain/calls/event";
import type { SkillGroupId, UserId } from "@/server/domain/identifiers";
import type { Condition, Question } from "@/server/domain/routing/condition";
import type {
  AgentOrder,
  AllocationRule,
  Fallback,
  Obstacle,
  QueueRule,
  Step,
  Treatment,
} from "@/server/domain/routing/rule";
import { obstacles } from "@/server/domain/routing/rule";

/** In the order of their numbers. */
export const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

/** What the ids in rules are called. */
export interface RuleNames {
  readonly groups: ReadonlyMap<SkillGroupId, string>;
  readonly agents: ReadonlyMap<UserId, string>;
  /** Provinces, which rules name in English, in the reader's language. */
  readonly places: ReadonlyMap<string, string>;
}

type Listing = Extract<Question, { values: unknown }>;
type Formatter = ReturnType<typeof useFormatter>;

/** A minute of the day as `18:00`. */
export function minuteOfDayText(minute: number): string {
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60];
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}

/** Rules as plain sentences in the reader's language. */
export class RuleWords {
  private readonly t: Translator<"ruleWords">;
  readonly #format: Formatter;
  readonly #names: RuleNames;
  readonly #lines = new WeakMap<QueueRule, string>();

  constructor(t: Translator<"ruleWords">, format: Formatter, names: RuleNames) {
    this.t = t;
    this.#format = format;
    this.#names = names;
  }

  group(skillGroupId: SkillGroupId): string {
    return this.#names.groups.get(skillGroupId) ?? this.t("unknownGroup");
  }

  agent(agentId: UserId): string {
    return this.#names.agents.get(agentId) ?? this.t("unknownAgent");
  }

  place(province: string): string {
    return this.#names.places.get(province) ?? province;
  }

  nobody(): string {
    return this.t("nobody");
  }

  weekday(weekday: (typeof weekdays)[number]): string {
    return this.t(`weekdays.${weekday}`);
  }

  verification(verification: Verification | null): string {
    return verification === null ? this.t("notKnown") : this.t(`verification.${verification}`);
  }

  /** By what a group's agents are put in order. */
  order(by: AgentOrder["by"]): string {
    return this.t(`orders.${by}`);
  }

  /** What becomes of a caller whom an obstacle keeps from a queue. */
  turnedAway(obstacle: Obstacle, fallback: Fallback): string {
    return this.t(`if.${obstacle}`, { fallback: this.fallback(fallback) });
  }

  /** Any of several, as `a, b or c`. */
  either(words: readonly string[]): string {
    return this.#format.list(words, { type: "disjunction" });
  }

  /** All of several, as `a, b and c`. */
  both(words: readonly string[]): string {
    return this.#format.list(words, { type: "conjunction" });
  }

  condition(condition: Condition | null): string {
    if (condition === null) return this.t("everyCall");
    if ("all" in condition) return this.all(condition.all.map((part) => this.#part(part)));
    if ("any" in condition)
      return this.#joined(
        condition.any.map((part) => this.#part(part)),
        "or",
      );
    if (!("not" in condition)) return this.question(condition);
    const { not } = condition;
    return "fact" in not ? this.unless(not) : this.t("not", { condition: this.condition(not) });
  }

  /** All of several clauses; nouns are for `both`. */
  all(clauses: readonly string[]): string {
    return this.#joined(clauses, "and");
  }

  #joined(clauses: readonly string[], word: "and" | "or"): string {
    return clauses.reduce((one, other, index) =>
      this.t(`joined.${index === clauses.length - 1 ? word : "comma"}`, { one, other }),
    );
  }

  #part(condition: Condition): string {
    const isJoined =
      ("all" in condition && condition.all.length > 1) || ("any" in condition && condition.any.length > 1);
    const words = this.condition(condition);
    return isJoined ? this.t("together", { condition: words }) : words;
  }

  /** The opposite of what a question asks for. */
  unless(question: Question): string {
    const { t } = this;
    switch (question.fact) {
      case "dialledNumber":
      case "callerNumber":
        return t(`unless.${question.fact}.${question.operator}`, { values: this.#eitherOf(question) });
      case "keyTrack":
        return t(`unless.keyTrack.${question.operator}`, { values: this.#eitherOf(question) });
      case "province":
      case "customerTier":
      case "language":
      case "verification":
      case "lastAgentId":
      case "weekday":
        return t(`unless.${question.fact}`, { values: this.#eitherOf(question) });
      case "hoursSinceLastCall":
        return t("unless.hoursSinceLastCall", { hours: question.value });
      case "timeOfDay":
        return t("unless.timeOfDay", {
          from: minuteOfDayText(question.from),
          until: minuteOfDayText(question.until),
        });
      case "hasOpenWorkOrder":
      case "isOpen":
        return this.question({ ...question, value: !question.value });
      default:
        return this.question({
          ...question,
          operator: question.operator === "atLeast" ? "below" : "atLeast",
        });
    }
  }

  question(question: Question): string {
    const { t } = this;
    switch (question.fact) {
      case "dialledNumber":
      case "callerNumber":
        return t(`questions.${question.fact}.${question.operator}`, { values: this.#eitherOf(question) });
      case "keyTrack":
        return t(`questions.keyTrack.${question.operator}`, { values: this.#eitherOf(question) });
      case "province":
      case "customerTier":
      case "language":
      case "verification":
      case "lastAgentId":
      case "weekday":
        return t(`questions.${question.fact}.isOneOf`, { values: this.#eitherOf(question) });
      case "hoursSinceLastCall":
        return t("questions.hoursSinceLastCall.within", { hours: question.value });
      case "hasOpenWorkOrder":
        return t(`questions.hasOpenWorkOrder.${question.value ? "yes" : "no"}`);
      case "timeOfDay": {
        const { from, until } = question;
        return t("questions.timeOfDay.between", {
          from: minuteOfDayText(from),
          until: minuteOfDayText(until),
        });
      }
      case "isOpen":
        return t(`questions.isOpen.${question.value ? "yes" : "no"}`, {
          group: this.group(question.skillGroupId),
        });
      default:
        return t(`questions.${question.fact}.${question.operator}`, {
          group: this.group(question.skillGroupId),
          value: question.fact.endsWith("Seconds")
            ? formatDuration(question.value * 1000)
            : this.#format.number(question.value),
        });
    }
  }

  #eitherOf(question: Listing): string {
    return this.either(this.values(question));
  }

  /** What a question lists, each as readers call it. */
  values(question: Listing): string[] {
    switch (question.fact) {
      case "keyTrack":
        return question.values.map((keys) => keys.join(" "));
      case "weekday":
        return question.values.map((weekday) => this.t(`weekdays.${weekdays[weekday - 1] ?? "monday"}`));
      case "lastAgentId":
        return question.values.map((value) => (value === null ? this.nobody() : this.agent(value)));
      case "verification":
        return question.values.map((value) => this.verification(value));
      case "province":
        return question.values.map((value) => (value === null ? this.t("notKnown") : this.place(value)));
      default:
        return question.values.map((value) => value ?? this.t("notKnown"));
    }
  }

  /** A rule in one line. It is put together once: lists of hundreds are searched at every key press. */
  line(rule: QueueRule): string {
    const line = this.#lines.get(rule) ?? `${this.#when(rule)} → ${this.#enters(rule.treatment)}`;
    this.#lines.set(rule, line);
    return line;
  }

  /** When a rule takes a call. */
  #when({ when }: QueueRule): string {
    return when === null ? this.t("everythingElse") : this.t("when", { condition: this.condition(when) });
  }

  /** Where a rule puts a call. */
  #enters({ skillGroupId, priority, ageing, leastProficiency }: Treatment): string {
    const parts = [
      this.t("enters", { group: this.group(skillGroupId), priority }),
      ...(ageing > 0 ? [this.t("ageing", { points: ageing })] : []),
      ...(leastProficiency > 1 ? [this.t("leastProficiency", { proficiency: leastProficiency })] : []),
    ];
    return this.#format.list(parts, "row");
  }

  step(step: Step): string {
    const after = formatDuration(step.afterSeconds * 1000);
    switch (step.kind) {
      case "raisePriority":
        return this.t("steps.raisePriority", { after, by: step.by });
      case "widen":
        return this.t("steps.widen", { after, groups: this.both(step.to.map((to) => this.group(to))) });
      case "lowerProficiency":
        return this.t("steps.lowerProficiency", { after, proficiency: step.to });
      case "announce":
        return this.t(`steps.announce.${step.what}`, { after });
      case "offerCallback":
        return this.t("steps.offerCallback", { after });
      case "overflow":
        return this.t("steps.overflow", { after, group: this.group(step.to) });
      case "hangUp":
        return this.t("steps.hangUp", { after, message: step.message });
    }
  }

  fallback(fallback: Fallback): string {
    switch (fallback.kind) {
      case "overflow":
        return this.t("fallbacks.overflow", { group: this.group(fallback.to) });
      case "hangUp":
        return this.t("fallbacks.hangUp", { message: fallback.message });
      default:
        return this.t(`fallbacks.${fallback.kind}`);
    }
  }

  /** What becomes of callers who cannot wait; nothing where all wait anyway. */
  otherwise({ otherwise }: Pick<Treatment, "otherwise">): string[] {
    return obstacles
      .filter((obstacle) => otherwise[obstacle].kind !== "waitAnyway")
      .map((obstacle) => this.turnedAway(obstacle, otherwise[obstacle]));
  }

  /** How a group's calls find an agent. */
  allocation({ order, lastAgentFirst, rings, weight }: AllocationRule): string[] {
    return [
      this.order(order.by),
      ...(lastAgentFirst === null ? [] : [this.t("lastAgentFirst", { days: lastAgentFirst.withinDays })]),
      ...(rings.length === 0 ? [] : [this.t("rings", { count: rings.length })]),
      ...(weight === 0 ? [] : [this.t("weight", { points: weight })]),
    ];
  }
}
