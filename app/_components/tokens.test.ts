import { describe, expect, test } from "vitest";
import { type Token, tokens } from "@/tailwind.config";

/** Relative luminance (WCAG 2.2) of an oklch() colour, by Ottosson's published OKLab matrices. */
function luminance(colour: string): number {
  const [lightness = 0, chroma = 0, hue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  const red = clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(first: string, second: string): number {
  const [dark = 0, light = 0] = [luminance(first), luminance(second)].sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ["canvas", "surface", "raised", "rail", "hover", "selected"] as const;
const isState = (token: string): token is Token => token.startsWith("state-");
const states = Object.keys(tokens).filter(isState);

const pairs: [Token, Token, number][] = [
  ...grounds.flatMap((ground): [Token, Token, number][] => [
    ["ink", ground, 7],
    ["muted", ground, 4.5],
    ["faint", ground, 4.5],
    ["accent", ground, 4.5],
    ["danger", ground, 4.5],
    ["warning", ground, 4.5],
    ["success", ground, 4.5],
  ]),
  ["on-accent", "accent", 4.5],
  ["on-accent", "accent-strong", 4.5],
  ["on-danger", "danger", 4.5],
  ["on-danger", "danger-strong", 4.5],
  ["ink", "danger-soft", 4.5],
  ["danger", "danger-soft", 4.5],
  ["ink", "warning-soft", 4.5],
  ["warning", "warning-soft", 4.5],
  ["ink", "mark", 4.5],
  ...(["canvas", "surface", "raised"] as const).flatMap((ground): [Token, Token, number][] => [
    ["line-strong", ground, 3],
    ["focus", ground, 3],
    ...states.map((state): [Token, Token, number] => [state, ground, 3]),
  ]),
  ...states.map((state): [Token, Token, number] => ["on-state", state, 4.5]),
];

describe.each([
  ["light", 0],
  ["dark", 1],
] as const)("in the %s theme", (_theme, index) => {
  test.each(pairs)("%s on %s keeps a contrast of %d", (front, back, least) => {
    expect(contrast(tokens[front][index], tokens[back][index])).toBeGreaterThanOrEqual(least);
  });
});
