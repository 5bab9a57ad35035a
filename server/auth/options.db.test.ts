import type { Account, NextAuthOptions } from "next-auth";
import { beforeAll, describe, expect, test } from "vitest";
import { type AuthRequest, authOptions } from "@/server/auth/options";
import { SessionToken } from "@/server/auth/session-token";
import { singleSignOnId } from "@/server/domain/people/single-sign-on-id";
import { provideSettings } from "@/server/env";
import { findLiveSession } from "@/server/store/sessions";
import { createUser, someInstant } from "@/server/testing/factories";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();
const request: AuthRequest = { db, now: () => someInstant, address: "192.0.2.1", userAgent: "Browser" };
const account: Account = { provider: singleSignOnId, type: "oauth", providerAccountId: "subject" };

beforeAll(() =>
  provideSettings({
    NEXTAUTH_SECRET: "of no use outside of this test, but long",
    NEXTAUTH_URL: "https://hotline.example",
    OIDC_ISSUER: "https://identity.example/",
    OIDC_CLIENT_ID: "hotline",
    OIDC_CLIENT_SECRET: "secret",
  }),
);

function callbacks(): NonNullable<NextAuthOptions["callbacks"]> {
  return authOptions(request).callbacks ?? {};
}

async function arrive(email: string, verified: boolean) {
  const profile = { sub: "subject", email, email_verified: verified };
  return await callbacks().signIn?.({ user: { id: "subject" }, account, profile });
}

describe("single sign-on", () => {
  test("asks the provider of the settings, with every check that next-auth knows", () => {
    const provider = authOptions(request).providers.find(({ id }) => id === singleSignOnId);
    expect(provider).toMatchObject({
      wellKnown: "https://identity.example/.well-known/openid-configuration",
      checks: ["pkce", "state", "nonce"],
    });
  });

  test("lets in whoever has a verified e-mail of ours", async () => {
    const { email } = await createUser(db);
    expect(await arrive(email ?? "", true)).toBe(true);
  });

  test("refuses an e-mail that the provider has not verified, and one that is nobody's, with a sentence", async () => {
    const { email } = await createUser(db);
    expect(await arrive(email ?? "", false)).toBe("/login?error=single_sign_on_unknown");
    expect(await arrive("nobody@hotline.test", true)).toBe("/login?error=single_sign_on_unknown");
  });

  test("opens a session, of which the cookie holds nothing but the id", async () => {
    const { userId, email } = await createUser(db);
    const profile = { sub: "subject", email: email ?? "", email_verified: true };
    const token = await callbacks().jwt?.({
      token: { name: "Somebody", email: email ?? "" },
      user: { id: "subject" },
      account,
      profile,
    });
    expect(Object.keys(token ?? {})).toEqual(["sessionId"]);
    const { sessionId } = SessionToken.parse(token);
    expect(await findLiveSession(db, sessionId, someInstant)).toMatchObject({ userId });
  });
});

test("over HTTPS the session cookie is the host's own, out of reach of scripts and plain HTTP", () => {
  expect(authOptions(request).cookies?.sessionToken).toMatchObject({
    name: "__Host-hotline-session",
    options: { httpOnly: true, sameSite: "lax", secure: true, path: "/" },
  });
});

test("the browser learns nothing from next-auth's own session address", async () => {
  const session = { user: { name: "Somebody" }, expires: "2026-11-22" };
  const params = { session, token: {}, user: { id: "1", email: "", emailVerified: null } };
  const told = await callbacks().session?.({ ...params, newSession: null, trigger: "update" });
  expect(told).toEqual({ expires: "2026-11-22" });
});
