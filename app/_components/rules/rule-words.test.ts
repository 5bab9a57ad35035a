import { createFormatter, createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { RuleWords } from "@/app/_components/rules/rule-words";
import { formats } from "@/app/_i18n/formats";
import english from "@/app/_messages/en.json";
import chinese from "@/app/_messages/zh-CN.json";
import type { Condition, Question } from "@/server/domain/routing/condition";
import { ORDERS } from "@/server/testing/routing/generated-rules";

const names = { groups: new Map([[ORDERS, "Orders"]]), agents: new Map(), places: new Map() };
const inEnglish = new RuleWords(
  createTranslator({ locale: "en", messages: english, namespace: "ruleWords", formats }),
  createFormatter({ locale: "en", formats }),
  names,
);
const inChinese = new RuleWords(
  createTranslator({ locale: "zh-CN", messages: chinese, namespace: "ruleWords", formats }),
  createFormatter({ locale: "zh-CN", formats }),
  { ...names, places: new Map([["Hunan", "湖南"]]) },
);

const province: Question = { fact: "province", operator: "isOneOf", values: ["Hunan"] };
const order: Question = { fact: "hasOpenWorkOrder", operator: "is", value: true };
const waiting: Question = { fact: "callersWaiting", operator: "atLeast", skillGroupId: ORDERS, value: 5 };
const night: Question = { fact: "timeOfDay", operator: "between", from: 1320, until: 360 };
const keys: Question = { fact: "keyTrack", operator: "startsWith", values: [["2", "1"]] };

describe("a condition is a clause of a sentence", () => {
  test.each<[Condition, string, string]>([
    [province, "the province is Hunan", "省份为湖南"],
    [{ not: province }, "the province is not Hunan", "省份不是湖南"],
    [{ not: order }, "the customer has no open work order", "客户没有未结工单"],
    [{ not: waiting }, "fewer than 5 wait in Orders", "Orders排队少于 5 人"],
    [{ not: night }, "the time is not from 22:00 to 06:00", "时间不在 22:00 至 06:00"],
    [{ not: keys }, "the keys pressed do not begin with 2 1", "按键不以 2 1 开头"],
    [
      { all: [province, order, keys] },
      "the province is Hunan, the customer has an open work order and the keys pressed begin with 2 1",
      "省份为湖南，客户有未结工单，且按键以 2 1 开头",
    ],
    [
      { not: { any: [province, order] } },
      "it is not so that the province is Hunan or the customer has an open work order",
      "并非：省份为湖南，或客户有未结工单",
    ],
    [
      { all: [keys, { any: [province, order] }] },
      "the keys pressed begin with 2 1 and (the province is Hunan or the customer has an open work order)",
      "按键以 2 1 开头，且（省份为湖南，或客户有未结工单）",
    ],
  ])("%j", (condition, english, chinese) => {
    expect(inEnglish.condition(condition)).toBe(english);
    expect(inChinese.condition(condition)).toBe(chinese);
  });
});
