import { createFormatter, createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { formats } from "@/app/_i18n/formats";
import english from "@/app/_messages/en.json";
import chinese from "@/app/_messages/zh-CN.json";
import { auditWords } from "@/app/(console)/audit/audit-words";
import { detailLines, lineText } from "@/app/(console)/audit/detail-words";

const names = {
  people: [{ userId: "u1", name: "Li Wen" }],
  skillGroups: [{ skillGroupId: "g1", name: "Orders" }],
};

function wordsIn(locale: "en" | "zh-CN") {
  const shared = { locale, messages: locale === "en" ? english : chinese, formats };
  return auditWords(
    {
      audit: createTranslator({ ...shared, namespace: "audit" }),
      calls: createTranslator({ ...shared, namespace: "calls" }),
      dashboards: createTranslator({ ...shared, namespace: "dashboards" }),
      groups: createTranslator({ ...shared, namespace: "skillGroups" }),
      people: createTranslator({ ...shared, namespace: "people" }),
      profile: createTranslator({ ...shared, namespace: "profile" }),
      imports: createTranslator({ ...shared, namespace: "imports" }),
      format: createFormatter({ locale, formats, timeZone: "Asia/Shanghai" }),
      locale,
    },
    names,
  );
}

const [inEnglish, inChinese] = [wordsIn("en"), wordsIn("zh-CN")];
const openings = [{ from: 480, until: 1200 }];
const closed = { timeZone: "UTC", week: [[], [], [], [], [], [], []], specialDays: [] };

test.each([
  // what an entry holds                                          in English, in Chinese
  [{ reason: "twice" }, ["Reason: twice"], ["原因：twice"]],
  [
    { before: { role: "agent" }, after: { role: "admin" } },
    ["Role: Agent → Administrator"],
    ["角色：坐席 → 管理员"],
  ],
  [
    { before: { queueMax: null }, after: { queueMax: 9 } },
    ["Largest queue (callers): No limit → 9"],
    ["最大队列（人）：不限 → 9"],
  ],
  [
    { changes: [{ userId: "u1", before: null, after: 3 }] },
    ["Proficiency of Li Wen: not in the group → 3"],
    ["Li Wen的熟练度：不在组内 → 3"],
  ],
  [
    { before: closed, after: { ...closed, week: [openings, [], [], [], [], [], []] } },
    ["Every week: Mon–Sun Closed → Mon 08:00–20:00; Tue–Sun Closed"],
    ["每周：周一–周日 休息 → 周一 08:00–20:00; 周二–周日 休息"],
  ],
  [
    {
      filter: { skillGroupIds: ["g1", "gone"], from: 1_767_600_000_000, wait: { min: 10_000 } },
      columns: ["start", "wait"],
    },
    [
      "Skill group: Orders, gone",
      "From: Mon, Jan 5, 2026, 16:00:00 GMT+8",
      "Wait: 0:10–",
      "Columns: Start, Wait",
    ],
    ["技能组：Orders、gone", "从：2026年1月5日周一 GMT+8 16:00:00", "排队：0:10–", "列：开始时间、排队"],
  ],
  [
    { locale: null, theme: "dark" },
    ["Language: As the browser says", "Appearance: Dark"],
    ["语言：跟随浏览器", "外观：深色"],
  ],
  [{ novelty: { a: 1 } }, ['novelty: {"a":1}'], ['novelty：{"a":1}']],
  [{ role: "emperor", comment: "" }, ['Role: "emperor"', "Comment: none"], ['角色："emperor"', "说明：无"]],
])("%j is told in words, and what has none as it is stored", (details, english, chinese) => {
  const told = (words: typeof inEnglish) =>
    detailLines({ details }, words).map((line) => lineText(line, words));
  expect(told(inEnglish)).toEqual(english);
  expect(told(inChinese)).toEqual(chinese);
});
