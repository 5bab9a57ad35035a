import { expect, test } from "vitest";
import { maskNumberWithin } from "@/server/domain/people/mask-number-within";

test.each([
  ["Dial|PJSIP/013800005678|30", "Dial|PJSIP/013 •••• 5678|30"],
  ['{"from":"+8613800005678","to":"4008001234"}', '{"from":"+86 138 •••• 5678","to":"4008001234"}'],
  ["call 1711111111.13 of 13800005678", "call 1711111111.13 of 138 •••• 5678"],
  ["nothing here", "nothing here"],
])("in %j no spelling of +86 138 0000 5678 can be read", (raw, masked) => {
  expect(maskNumberWithin(raw, "+8613800005678")).toBe(masked);
});

test("a short number or a name is masked where it stands as it is", () => {
  expect(maskNumberWithin("from 10086 at 1008600", "10086")).not.toContain("10086 ");
  expect(maskNumberWithin("from sip:ann@example.org", "sip:ann@example.org")).toBe("from ••••");
});
