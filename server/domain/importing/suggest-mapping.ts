import { type CsvField, type CsvMapping, csvFields } from "@/server/domain/importing/csv-mapping";

/** Words that headings of call tables use, the most telling first; compared without case, spaces and signs. */
const WORDS: Readonly<Record<CsvField, readonly string[]>> = {
  startedAt: [
    "starttime",
    "startedat",
    "start",
    "calltime",
    "datetime",
    "time",
    "date",
    "呼叫时间",
    "开始时间",
    "来电时间",
    "通话开始时间",
    "时间",
  ],
  callId: [
    "callid",
    "uniqueid",
    "contactid",
    "recordid",
    "id",
    "流水号",
    "通话编号",
    "通话id",
    "呼叫id",
    "编号",
  ],
  direction: ["direction", "calltype", "type", "呼叫类型", "呼叫方向", "通话类型", "方向"],
  outcome: ["outcome", "disposition", "result", "status", "结果", "通话结果", "接听状态", "状态"],
  customerNumber: [
    "customernumber",
    "callernumber",
    "callerid",
    "caller",
    "phone",
    "number",
    "ani",
    "from",
    "主叫号码",
    "客户号码",
    "来电号码",
    "手机号",
    "主叫",
  ],
  customerName: ["customername", "callername", "customer", "客户姓名", "客户名称", "姓名"],
  customerRef: ["customerid", "accountid", "account", "客户编号", "客户id"],
  lineNumber: ["linenumber", "dnis", "called", "to", "被叫号码", "热线号码", "接入号码", "被叫"],
  skillGroup: ["skillgroup", "queue", "queuename", "group", "skill", "技能组", "队列", "业务组"],
  agent: ["agent", "agentname", "operator", "user", "坐席", "座席", "坐席姓名", "坐席工号", "客服", "工号"],
  ivr: ["ivr", "ivrtime", "ivrduration", "ivr时长"],
  wait: ["wait", "waittime", "queuetime", "holdtimeinqueue", "排队时长", "等待时长", "排队时间"],
  ring: ["ring", "ringtime", "ringduration", "振铃时长", "振铃时间"],
  talk: ["talk", "talktime", "billsec", "duration", "通话时长", "通话时间"],
  hold: ["hold", "holdtime", "保持时长", "保持时间"],
  wrapUp: ["wrapup", "acw", "aftercallwork", "话后时长", "话后处理时长", "整理时长"],
  keys: ["keys", "keytrack", "dtmf", "按键", "按键轨迹"],
};

function plain(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, "");
}

/** A first guess of what the columns mean, from their headings in English or Chinese; each column once. */
export function suggestColumns(headings: readonly string[]): Partial<CsvMapping["columns"]> {
  const free = new Map(headings.map((heading) => [plain(heading), heading]));
  const columns: Partial<Record<CsvField, string>> = {};
  for (const field of csvFields) {
    const word = WORDS[field].find((candidate) => free.has(candidate));
    const heading = word === undefined ? undefined : free.get(word);
    if (word === undefined || heading === undefined) continue;
    columns[field] = heading;
    free.delete(word);
  }
  return columns;
}

/** A first guess of how the start is written, from one value of it. */
export function suggestTimeFormat(value: string): CsvMapping["timeFormat"] {
  if (/^\d{12,}$/.test(value)) return "epoch_milliseconds";
  if (/^\d{9,11}(?:\.\d+)?$/.test(value)) return "epoch_seconds";
  if (/^\d{4}-\d{2}-\d{2}T/.test(value)) return "iso";
  const found = /^(\d{1,4})[-/.](\d{1,2})[-/.]/.exec(value);
  if (found === null || (found[1]?.length ?? 0) > 2) return "ymd";
  return value.includes("/") && Number(found[1]) <= 12 ? "mdy" : "dmy";
}
