import { expect, test } from "vitest";
import { isOwnHost } from "@/server/api/own-host";
import { provideSettings } from "@/server/env";

interface Demo {
  readonly HOTLINE_HOST: string;
  readonly NEXTAUTH_URL: string;
}

const bare: Demo = { HOTLINE_HOST: "", NEXTAUTH_URL: "" };
const published: Demo = { ...bare, NEXTAUTH_URL: "https://demo.example" };
const onOneName: Demo = { ...bare, HOTLINE_HOST: "demo.lan" };
const onOneAddress: Demo = { ...bare, HOTLINE_HOST: "fd00::7" };
const everywhere: Demo = { ...bare, HOTLINE_HOST: "0.0.0.0" };

test.each([
  // settings     host                  ours
  [bare, "localhost:3000", true],
  [bare, "LOCALHOST", true],
  [bare, "127.0.0.1:3000", true],
  [bare, "[::1]:3000", true],
  [bare, "evil.example:3000", false],
  [bare, "localhost.evil.example", false],
  [bare, "127.0.0.1.evil.example", false],
  [bare, "192.168.1.5:3000", false],
  [bare, "localhost@evil.example", false],
  [bare, "not a host", false],
  [bare, "", false],
  [bare, undefined, false],
  [published, "demo.example", true],
  [published, "demo.example:8443", true],
  [published, "localhost:3000", true],
  [published, "evil.example", false],
  [onOneName, "demo.lan:3000", true],
  [onOneName, "192.168.1.5:3000", false],
  [onOneAddress, "[fd00::7]:3000", true],
  [onOneAddress, "[fd00::8]:3000", false],
  [everywhere, "192.168.1.5:3000", true],
  [everywhere, "[fd00::7]:3000", true],
  [everywhere, "evil.example:3000", false],
])("a demo with %j that is called %j is called by a name of its own: %s", (settings, host, ours) => {
  provideSettings({ HOTLINE_DEMO: "true", ...settings });
  expect(isOwnHost(host)).toBe(ours);
});

test("out of a demo, whose passwords nobody knows, any name will do", () => {
  provideSettings({ HOTLINE_DEMO: "false", ...bare });
  expect(isOwnHost("anything.example")).toBe(true);
});
