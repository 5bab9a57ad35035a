import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { singleSignOnId } from "@/server/domain/people/single-sign-on-id";
import { BadSettings, parseSettings, settingNames } from "@/server/env";

describe("settings", () => {
  test("without a word are those of a demo on this machine", () => {
    expect(parseSettings({})).toMatchObject({ PORT: 3000, HOTLINE_DEMO: true, HOTLINE_DATA: ".hotline" });
  });

  test("with a database server are those of production", () => {
    const settings = parseSettings({ DATABASE_URL: "postgres://hotline@db.example/hotline" });
    expect(settings.HOTLINE_DEMO).toBe(false);
  });

  test("say themselves whether this is a demo", () => {
    expect(parseSettings({ HOTLINE_DEMO: "false" }).HOTLINE_DEMO).toBe(false);
    expect(parseSettings({ HOTLINE_DEMO: "true", DATABASE_URL: "postgres://a/b" }).HOTLINE_DEMO).toBe(true);
  });

  test("that are empty count as absent", () => {
    expect(parseSettings({ PORT: "", DATABASE_URL: "" })).toMatchObject({ PORT: 3000 });
  });

  test.each([
    [{ PORT: "http" }, "PORT must be a number"],
    [{ PORT: "70000" }, "PORT"],
    [{ DATABASE_URL: "mysql://db.example/hotline" }, "DATABASE_URL must be a postgres:// address"],
    [{ NEXTAUTH_SECRET: "short" }, "NEXTAUTH_SECRET must have at least 32 characters"],
    [{ NEXTAUTH_URL: "javascript:alert(1)" }, "NEXTAUTH_URL must be an http(s) address"],
    [{ HOTLINE_DEMO: "yes" }, "HOTLINE_DEMO must be true or false"],
    [{ HOTLINE_TIME_ZONE: "Mars/Olympus" }, "HOTLINE_TIME_ZONE must be an IANA time zone"],
    [{ OIDC_ISSUER: "https://id.example" }, "OIDC_ISSUER needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET beside"],
    [{ OIDC_CLIENT_ID: "hotline" }, "OIDC_CLIENT_ID needs OIDC_ISSUER and OIDC_CLIENT_SECRET beside"],
    [
      { OIDC_CLIENT_ID: "hotline", OIDC_CLIENT_SECRET: "secret" },
      "OIDC_CLIENT_ID and OIDC_CLIENT_SECRET need OIDC_ISSUER beside",
    ],
  ])("that cannot be used are refused by name: %o", (source, sentence) => {
    expect(() => parseSettings(source)).toThrow(BadSettings);
    expect(() => parseSettings(source)).toThrow(sentence);
  });

  test("tell, in .env.example, the address that next-auth takes single sign-on at", () => {
    expect(readFileSync(".env.example", "utf8")).toContain(
      `NEXTAUTH_URL/api/auth/callback/${singleSignOnId}`,
    );
  });

  test("are all in .env.example, which names nothing else", () => {
    const example = readFileSync(".env.example", "utf8");
    const named = [...example.matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map((match) => match[1]);
    expect(named.toSorted()).toEqual(settingNames.toSorted());
  });
});
