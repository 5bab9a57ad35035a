import { expect, test } from "vitest";
import { readBrowser } from "@/app/_components/sessions/read-browser";

const chrome = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0";

test.each([
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36`, "Chrome", "Windows"],
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36 Edg/142.0.0.0`, "Edge", "Windows"],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox", "Linux"],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/19.0 Safari/605.1.15",
    "Safari",
    "macOS",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 CriOS/142.0 Mobile Safari/604.1",
    "Chrome",
    "iOS",
  ],
  [`Mozilla/5.0 (Linux; Android 16; Pixel) ${chrome} Mobile Safari/537.36`, "Chrome", "Android"],
])("%s is read as %s on %s", (userAgent, browser, system) => {
  expect(readBrowser(userAgent)).toEqual({ browser, system });
});

test.each(["", "curl/8.0"])("%j is no browser we know", (userAgent) => {
  expect(readBrowser(userAgent)).toBeNull();
});
