import type { SkillGroupId } from "@/server/domain/identifiers";
import type { ExampleId, ExampleTest } from "@/server/domain/routing/example-test";
import type { AllocationRule, QueueRule, RuleId, RuleSet } from "@/server/domain/routing/rule";
import type { RuleContent } from "@/server/domain/routing/versions/draft";

/** One change, as a supervisor would name it. */
export type Edit =
  | { readonly kind: "addRule"; readonly rule: QueueRule }
  | { readonly kind: "changeRule"; readonly rule: QueueRule }
  | { readonly kind: "moveRule"; readonly ruleId: RuleId; readonly to: number }
  | { readonly kind: "shiftRule"; readonly ruleId: RuleId; readonly by: number }
  | {
      readonly kind: "duplicateRule";
      readonly ruleId: RuleId;
      readonly copyId: RuleId;
      readonly name: string;
    }
  | { readonly kind: "deleteRule"; readonly ruleId: RuleId }
  | { readonly kind: "orderRules"; readonly ruleIds: readonly RuleId[] }
  | { readonly kind: "changeTimeZone"; readonly timeZone: RuleSet["timeZone"] }
  | { readonly kind: "keepAllocation"; readonly rule: AllocationRule }
  | { readonly kind: "deleteAllocation"; readonly skillGroupId: SkillGroupId }
  | { readonly kind: "keepExample"; readonly example: ExampleTest }
  | { readonly kind: "deleteExample"; readonly exampleId: ExampleId };

/** A draft being edited, with the way back and the way forth again. */
export interface Editing {
  readonly past: readonly RuleContent[];
  readonly present: RuleContent;
  readonly future: readonly RuleContent[];
  /** The field that the last edit was typed into: what is typed on there is undone in one go. */
  readonly field: string | null;
}

export type EditingAction =
  | { readonly kind: "edit"; readonly edit: Edit; readonly field?: string }
  | { readonly kind: "undo" }
  | { readonly kind: "redo" }
  /** What the server holds meanwhile takes the place of everything, the way back included. */
  | { readonly kind: "adopt"; readonly content: RuleContent };

/** So many edits can be undone. */
const STEPS_BACK = 200;

export function startEditing(content: RuleContent): Editing {
  return { past: [], present: content, future: [], field: null };
}

export function editing(state: Editing, action: EditingAction): Editing {
  switch (action.kind) {
    case "edit":
      return edited(state, applyEdit(state.present, action.edit), action.field ?? null);
    case "undo": {
      const before = state.past.at(-1);
      if (before === undefined) return state;
      const future = [state.present, ...state.future];
      return { past: state.past.slice(0, -1), present: before, future, field: null };
    }
    case "redo": {
      const [after, ...future] = state.future;
      if (after === undefined) return state;
      return { past: [...state.past, state.present], present: after, future, field: null };
    }
    case "adopt":
      return startEditing(action.content);
  }
}

function edited(state: Editing, present: RuleContent, field: string | null): Editing {
  if (present === state.present) return state;
  const isTypedOn = field !== null && field === state.field;
  const past = isTypedOn ? state.past : [...state.past, state.present].slice(-STEPS_BACK);
  return { past, present, future: [], field };
}

/** The content after an edit; the same object when the edit changes nothing or may not be. */
export function applyEdit(content: RuleContent, edit: Edit): RuleContent {
  switch (edit.kind) {
    case "keepAllocation":
    case "deleteAllocation":
      return withRules(content, { allocationRules: editAllocation(content.ruleSet.allocationRules, edit) });
    case "orderRules":
      return withRules(content, { queueRules: inOrder(content.ruleSet.queueRules, edit.ruleIds) });
    case "changeTimeZone":
      return withRules(content, { timeZone: edit.timeZone });
    case "keepExample":
    case "deleteExample": {
      const examples = editExamples(content.examples, edit);
      return examples === content.examples ? content : { ...content, examples };
    }
    default:
      return withRules(content, { queueRules: editQueue(content.ruleSet.queueRules, edit) });
  }
}

function withRules(content: RuleContent, part: Partial<RuleSet>): RuleContent {
  const { ruleSet } = content;
  const changed = { ...ruleSet, ...part };
  const isSame =
    changed.queueRules === ruleSet.queueRules &&
    changed.allocationRules === ruleSet.allocationRules &&
    changed.timeZone === ruleSet.timeZone;
  return isSame ? content : { ...content, ruleSet: changed };
}

/** The rules that are listed change places among themselves; what came since stays where it is. */
function inOrder(rules: QueueRule[], ruleIds: readonly RuleId[]): QueueRule[] {
  const byId = new Map(rules.map((rule) => [rule.ruleId, rule]));
  const listed = ruleIds.flatMap((ruleId) => byId.get(ruleId) ?? []);
  const isListed = new Set(listed.map(({ ruleId }) => ruleId));
  let place = 0;
  const ordered = rules.map((rule) => {
    if (!isListed.has(rule.ruleId)) return rule;
    place += 1;
    return listed[place - 1] ?? rule;
  });
  return ordered.at(-1) === rules.at(-1) ? ordered : rules;
}

type QueueEdit = Extract<Edit, { kind: `${string}Rule` }>;

/** The last rule takes whatever is left: nothing comes after it, and it neither moves nor goes. */
function editQueue(rules: QueueRule[], edit: QueueEdit): QueueRule[] {
  const last = rules.length - 1;
  if (edit.kind === "addRule") return rules.toSpliced(last, 0, edit.rule);
  const ruleId = edit.kind === "changeRule" ? edit.rule.ruleId : edit.ruleId;
  const at = rules.findIndex((rule) => rule.ruleId === ruleId);
  const rule = rules[at];
  if (rule === undefined) return rules;
  if (edit.kind === "changeRule") {
    const { when, isEnabled } = at === last ? rule : edit.rule;
    return rules.with(at, { ...edit.rule, when, isEnabled });
  }
  if (at === last) return rules;
  switch (edit.kind) {
    case "moveRule":
    case "shiftRule": {
      const wanted = edit.kind === "moveRule" ? edit.to : at + edit.by;
      const to = Math.max(0, Math.min(wanted, last - 1));
      return to === at ? rules : rules.toSpliced(at, 1).toSpliced(to, 0, rule);
    }
    case "duplicateRule":
      return rules.toSpliced(at + 1, 0, { ...rule, ruleId: edit.copyId, name: edit.name });
    case "deleteRule":
      return rules.toSpliced(at, 1);
  }
}

type AllocationEdit = Extract<Edit, { kind: `${string}Allocation` }>;

function editAllocation(rules: AllocationRule[], edit: AllocationEdit): AllocationRule[] {
  const skillGroupId = edit.kind === "keepAllocation" ? edit.rule.skillGroupId : edit.skillGroupId;
  const at = rules.findIndex((rule) => rule.skillGroupId === skillGroupId);
  if (edit.kind === "keepAllocation") return at < 0 ? [...rules, edit.rule] : rules.with(at, edit.rule);
  return at < 0 || rules.length === 1 ? rules : rules.toSpliced(at, 1);
}

type ExampleEdit = Extract<Edit, { kind: `${string}Example` }>;

function editExamples(examples: ExampleTest[], edit: ExampleEdit): ExampleTest[] {
  const exampleId = edit.kind === "keepExample" ? edit.example.exampleId : edit.exampleId;
  const at = examples.findIndex((example) => example.exampleId === exampleId);
  if (edit.kind === "keepExample")
    return at < 0 ? [...examples, edit.example] : examples.with(at, edit.example);
  return at < 0 ? examples : examples.toSpliced(at, 1);
}
