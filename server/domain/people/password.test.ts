import { expect, test } from "vitest";
import { checkNewPassword } from "@/server/domain/people/password";

test.each([
  // password                        refused because it is
  ["short one", "short"],
  ["a".repeat(129), "long"],
  ["aaaaaaaaaaaaaa", "monotonous"],
  ["abababababab1212", "monotonous"],
  ["my password is long", "popular"],
  ["QWERTYuiop2026", "popular"],
  ["hotline forever", "popular"],
  ["zhang.wei at work", "personal"],
  ["ＺＨＡＮＧ of the floor", "personal"],
])("%j is refused: %s", (password, fault) => {
  const outcome = checkNewPassword(password, ["Zhang Wei", "zhang.wei@example.com"]);
  expect(outcome).toMatchObject({ ok: false, reason: "weak_password", details: { fault } });
});

test("the present password is no new one, on whichever keyboard it is typed", () => {
  for (const present of ["quiet river under snow", "ｑｕｉｅｔ river under snow"]) {
    expect(checkNewPassword("quiet river under snow", [], present)).toMatchObject({
      reason: "weak_password",
      details: { fault: "same" },
    });
  }
});

test.each([["quiet river under snow"], ["7Kx!pq29-vmw3"], ["春江潮水连海平海上明月共潮生"]])(
  "%j is taken as it is",
  (password) => {
    expect(checkNewPassword(password, ["Zhang Wei", "zhang.wei@example.com"])).toEqual({
      ok: true,
      value: password,
    });
  },
);
