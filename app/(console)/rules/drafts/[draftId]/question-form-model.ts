import { Verification } from "@/server/domain/calls/event";
import type { SkillGroupId } from "@/server/domain/identifiers";
import { type Fact, Question } from "@/server/domain/routing/condition";

/** What a question about a fact is answered with. */
type AnswerKind =
  | "words"
  | "numbers"
  | "keys"
  | "choices"
  | "hours"
  | "yesNo"
  | "clock"
  | "groupYesNo"
  | "groupNumber";

type Operator = Question["operator"];

interface FactForm {
  readonly answer: AnswerKind;
  readonly operators: readonly [Operator, ...Operator[]];
  /** Not known is an answer too. */
  readonly isNullable: boolean;
}

const words: FactForm = { answer: "words", operators: ["isOneOf"], isNullable: true };
const numbers: FactForm = { answer: "numbers", operators: ["startsWith", "isOneOf"], isNullable: true };
const choices: FactForm = { answer: "choices", operators: ["isOneOf"], isNullable: true };
const groupNumber: FactForm = { answer: "groupNumber", operators: ["atLeast", "below"], isNullable: false };

/** How one asks about each fact: in the order of the list. */
export const factForms = {
  customerTier: words,
  province: words,
  dialledNumber: numbers,
  callerNumber: numbers,
  language: words,
  verification: choices,
  keyTrack: { answer: "keys", operators: ["startsWith", "contains"], isNullable: false },
  hoursSinceLastCall: { answer: "hours", operators: ["within"], isNullable: false },
  lastAgentId: choices,
  hasOpenWorkOrder: { answer: "yesNo", operators: ["is"], isNullable: false },
  weekday: { answer: "choices", operators: ["isOneOf"], isNullable: false },
  timeOfDay: { answer: "clock", operators: ["between"], isNullable: false },
  isOpen: { answer: "groupYesNo", operators: ["is"], isNullable: false },
  callersWaiting: groupNumber,
  longestWaitSeconds: groupNumber,
  agentsFree: groupNumber,
  agentsStaffed: groupNumber,
  estimatedWaitSeconds: groupNumber,
} as const satisfies Record<Fact, FactForm>;

export const verifications = Verification.options;

/** A question that is still being filled in. */
export interface QuestionForm {
  readonly fact: Fact;
  readonly operator: Operator;
  /** As text; null stands for not known. */
  readonly values: readonly (string | null)[];
  readonly number: string;
  readonly isYes: boolean;
  readonly from: string;
  readonly until: string;
  readonly skillGroupId: SkillGroupId | undefined;
}

/** An empty form for a fact. */
export function emptyForm(fact: Fact, skillGroupId: SkillGroupId | undefined): QuestionForm {
  return {
    fact,
    operator: factForms[fact].operators[0],
    values: [],
    number: "",
    isYes: true,
    from: "",
    until: "",
    skillGroupId,
  };
}

/** The form that gives a question. */
export function formOf(question: Question, skillGroupId: SkillGroupId | undefined): QuestionForm {
  const empty = { ...emptyForm(question.fact, skillGroupId), operator: question.operator };
  const ofGroup = "skillGroupId" in question ? { ...empty, skillGroupId: question.skillGroupId } : empty;
  if ("values" in question) return { ...ofGroup, values: question.values.map(valueText) };
  if ("from" in question)
    return { ...ofGroup, from: clockText(question.from), until: clockText(question.until) };
  if (typeof question.value === "boolean") return { ...ofGroup, isYes: question.value };
  return { ...ofGroup, number: String(question.value) };
}

function valueText(value: string | number | readonly string[] | null): string | null {
  if (value === null) return null;
  return typeof value === "object" ? value.join(" ") : String(value);
}

function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

function minuteOf(text: string): number | undefined {
  const clock = /^(\d{2}):(\d{2})/.exec(text);
  return clock ? Number(clock[1]) * 60 + Number(clock[2]) : undefined;
}

/** The question that a form asks; null while something is missing or does not fit. */
export function questionOf(form: QuestionForm): Question | null {
  const { fact, operator, skillGroupId } = form;
  return (
    Question.safeParse({ fact, operator, ...answerOf(form), ...(isOfGroup(fact) && { skillGroupId }) })
      .data ?? null
  );
}

function isOfGroup(fact: Fact): boolean {
  const { answer } = factForms[fact];
  return answer === "groupNumber" || answer === "groupYesNo";
}

function answerOf({ fact, values, number, isYes, from, until }: QuestionForm): Record<string, unknown> {
  switch (factForms[fact].answer) {
    case "words":
    case "numbers":
      return { values };
    case "choices":
      return { values: fact === "weekday" ? values.map(Number) : values };
    case "keys":
      return { values: values.map((keys) => keysOf(keys ?? "")) };
    case "hours":
    case "groupNumber":
      return { value: number.trim() === "" ? undefined : Number(number) };
    case "yesNo":
    case "groupYesNo":
      return { value: isYes };
    case "clock":
      return { from: minuteOf(from), until: minuteOf(until) };
  }
}

/** Keys as they are typed, `1 2 #` or `12#`. */
export function keysOf(text: string): string[] {
  return /\s/.test(text.trim()) ? text.trim().split(/\s+/) : [...text.trim()];
}
