import { readdirSync, readFileSync } from "node:fs";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { expect, test } from "vitest";
import { z } from "zod";
import english from "@/app/_messages/en.json";
import chinese from "@/app/_messages/zh-CN.json";

interface Tree {
  [key: string]: string | Tree;
}
const Tree: z.ZodType<Tree> = z.lazy(() => z.record(z.string(), z.union([z.string(), Tree])));

function flatten(tree: Tree, prefix = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${prefix}${key}`, value]] : flatten(value, `${prefix}${key}.`),
  );
}

const messages = {
  en: new Map(flatten(Tree.parse(english))),
  "zh-CN": new Map(flatten(Tree.parse(chinese))),
};

/** The arguments and tags that a message asks its caller for, each with its kind. */
function placeholders(elements: MessageFormatElement[]): string[] {
  const found = elements.flatMap((element): string[] => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    const own = `${TYPE[element.type]} ${element.value}`;
    if (element.type === TYPE.tag) return [own, ...placeholders(element.children)];
    if (element.type === TYPE.plural || element.type === TYPE.select)
      return [own, ...Object.values(element.options).flatMap((option) => placeholders(option.value))];
    return [own];
  });
  return [...new Set(found)].sort();
}

const sources = ["app", "server"]
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`),
  )
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => readFileSync(path, "utf8"));

/** The names that a file gives to translators, with the namespace each reads from. */
function translators(source: string): [string, string][] {
  const found = source.matchAll(
    /\b(\w+)(?: =\s*(?:await )?(?:useTranslations|getTranslations)\(|: Translator<| = createTranslator\([^)]*namespace: )(?:"([\w.]*)")?/g,
  );
  return [...found].map(([, name = "", namespace]) => [name, namespace ? `${namespace}.` : ""]);
}

/** The keys asked for through a translator; one with a computed part ends in "*" and stands for all that begin like it. */
function keysAsked(source: string, [name, at]: [string, string]): string[] {
  const calls = source.matchAll(
    new RegExp(`\\b${name}(?:\\.\\w+)?\\(\\s*(?:"([\\w.]+)"|\`([\\w.]*)(\\$?))`, "g"),
  );
  const asked = [...calls].map(
    ([, literal, start = "", computed]) => `${at}${literal ?? start}${computed ? "*" : ""}`,
  );
  const either = source.matchAll(
    new RegExp(`\\b${name}\\([^"\`()]*\\?\\s*"([\\w.]+)"\\s*:\\s*"([\\w.]+)"`, "g"),
  );
  return [...asked, ...[...either].flatMap(([, one, other]) => [`${at}${one}`, `${at}${other}`])];
}

const asked = [
  ...new Set(sources.flatMap((source) => translators(source).flatMap((one) => keysAsked(source, one)))),
];

function isAsked(key: string): boolean {
  return asked.some((one) => (one.endsWith("*") ? key.startsWith(one.slice(0, -1)) : one === key));
}

test("every message stands in every language", () => {
  expect([...messages["zh-CN"].keys()].sort()).toEqual([...messages.en.keys()].sort());
});

test.each([...messages.en.keys()])("%s asks for the same values in every language", (key) => {
  const [first, second] = [messages.en, messages["zh-CN"]].map((catalogue) =>
    placeholders(parse(catalogue.get(key) ?? "")),
  );
  expect(second).toEqual(first);
});

test("no message is left that nobody asks for", () => {
  expect([...messages.en.keys()].filter((key) => !isAsked(key))).toEqual([]);
});

test("every family of messages that is asked for has members", () => {
  const families = asked.filter((key) => key.endsWith("*")).map((key) => key.slice(0, -1));
  expect(families.filter((family) => ![...messages.en.keys()].some((key) => key.startsWith(family)))).toEqual(
    [],
  );
});
