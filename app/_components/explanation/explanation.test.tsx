import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Explanation } from "@/app/_components/explanation/explanation";
import { formats } from "@/app/_i18n/formats";
import english from "@/app/_messages/en.json";
import { explain } from "@/server/domain/routing/explain";
import { MONDAY, ORDERS, ruleNumbered } from "@/server/testing/routing/generated-rules";

const names = {
  groups: new Map([[ORDERS, "Orders"]]),
  agents: new Map(),
  rules: new Map([1, 2].map((number) => [ruleNumbered(number), `Name ${number}`])),
  calls: new Map(),
  places: new Map(),
};

test("what a sentence unfolds into can be opened without a script", () => {
  const explained = explain({
    kind: "arrival",
    at: MONDAY,
    rules: [
      { ruleId: ruleNumbered(1), result: "disabled" },
      { ruleId: ruleNumbered(2), result: "matched" },
    ],
    groups: [{ skillGroupId: ORDERS, obstacle: null, fallback: null }],
  });
  const page = renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={english} formats={formats} timeZone="UTC">
      <Explanation explained={explained} names={names} />
    </NextIntlClientProvider>,
  );
  const text = page.replace(/ (?:class|aria-label)="[^"]*"/g, "");
  expect(text).toBe(
    "<section><ol><li><details><summary>Rule 2 “Name 2” was the first that matched.</summary>" +
      "<ol><li><span>Rule 1 “Name 1” was switched off.</span></li></ol></details></li>" +
      "<li><span>The call entered the queue of Orders.</span></li></ol></section>",
  );
});
