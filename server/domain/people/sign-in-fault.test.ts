import { expect, test } from "vitest";
import { readSignInFault, signInFaultWord, unexpectedFaultWord } from "@/server/domain/people/sign-in-fault";
import { refuse } from "@/server/domain/refusal";

test.each([
  [refuse("wrong_credentials"), { kind: "wrong_credentials" }],
  [refuse("password_expired"), { kind: "password_expired" }],
  [refuse("sign_in_limited", { minutes: 12 }), { kind: "sign_in_limited", minutes: 12 }],
  [refuse("single_sign_on_unknown"), { kind: "single_sign_on_unknown" }],
])("a refused sign-in survives the way through a URL", (refusal, fault) => {
  expect(readSignInFault(signInFaultWord(refusal))).toEqual(fault);
});

test("the id of what nobody foresaw survives the way through a URL", () => {
  const fault = readSignInFault(unexpectedFaultWord("7K3F-92QM"));
  expect(fault).toEqual({ kind: "unexpected", errorId: "7K3F-92QM" });
});

test.each(["OAuthCallback", "unexpected.<script>", "sign_in_limited.<script>", "toString", ""])(
  "%j says that single sign-on broke off",
  (word) => {
    expect(readSignInFault(word)).toEqual({ kind: "single_sign_on_failed" });
  },
);
