import { expect, test } from "vitest";
import {
  emptyForm,
  formOf,
  keysOf,
  questionOf,
} from "@/app/(console)/rules/drafts/[draftId]/question-form-model";
import type { Question } from "@/server/domain/routing/condition";
import { agentNumbered, ORDERS, RETURNS } from "@/server/testing/routing/generated-rules";

test.each<Question>([
  { fact: "customerTier", operator: "isOneOf", values: ["Gold", null] },
  { fact: "dialledNumber", operator: "startsWith", values: ["400", "+86"] },
  { fact: "callerNumber", operator: "isOneOf", values: ["13800000000", null] },
  { fact: "verification", operator: "isOneOf", values: ["passed", null] },
  { fact: "lastAgentId", operator: "isOneOf", values: [agentNumbered(1)] },
  { fact: "keyTrack", operator: "contains", values: [["1", "2"], ["#"]] },
  { fact: "hoursSinceLastCall", operator: "within", value: 24 },
  { fact: "hasOpenWorkOrder", operator: "is", value: false },
  { fact: "weekday", operator: "isOneOf", values: [1, 7] },
  { fact: "timeOfDay", operator: "between", from: 1080, until: 30 },
  { fact: "isOpen", operator: "is", skillGroupId: RETURNS, value: false },
  { fact: "longestWaitSeconds", operator: "below", skillGroupId: RETURNS, value: 90 },
])("the form of $fact gives the same question back", (question) => {
  expect(questionOf(formOf(question, ORDERS))).toEqual(question);
});

test.each([
  emptyForm("customerTier", ORDERS),
  emptyForm("keyTrack", ORDERS),
  emptyForm("timeOfDay", ORDERS),
  emptyForm("callersWaiting", ORDERS),
  { ...emptyForm("callersWaiting", undefined), number: "3" },
  { ...emptyForm("hoursSinceLastCall", ORDERS), number: "many" },
  { ...emptyForm("callerNumber", ORDERS), values: ["not a number"] },
])("what is unfinished or does not fit gives no question: %o", (form) => {
  expect(questionOf(form)).toBeNull();
});

test.each([
  ["12#", ["1", "2", "#"]],
  [" 1 22 ", ["1", "22"]],
  ["", []],
])("keys typed as %j are %j", (text, keys) => {
  expect(keysOf(text)).toEqual(keys);
});
