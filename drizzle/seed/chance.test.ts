import { expect, test } from "vitest";
import { Chance } from "@/drizzle/seed/chance";
import { UserId } from "@/server/domain/identifiers";

const DRAWS = 20_000;
const draw = (seed: number, one: (chance: Chance) => number) => {
  const chance = new Chance(seed);
  return Array.from({ length: DRAWS }, () => one(chance)).toSorted((a, b) => a - b);
};

test("half of the log-normal draws lie below the median, and their logarithms spread by sigma", () => {
  const draws = draw(1, (chance) => chance.logNormal(180, 0.75));
  const logarithms = draws.map((value) => Math.log(value / 180));
  const variance = logarithms.reduce((sum, value) => sum + value ** 2, 0) / DRAWS;
  expect(draws[DRAWS / 2]).toBeGreaterThan(174);
  expect(draws[DRAWS / 2]).toBeLessThan(186);
  expect(Math.sqrt(variance)).toBeCloseTo(0.75, 1);
});

test("exponential draws have the mean that is asked for", () => {
  const draws = draw(2, (chance) => chance.exponential(30));
  expect(draws.reduce((sum, value) => sum + value, 0) / DRAWS / 30).toBeCloseTo(1, 1);
});

test("a weight of nought is never drawn, and others in proportion", () => {
  const draws = draw(3, (chance) => chance.weighted([0, 1, 3], (weight) => weight));
  expect(draws).not.toContain(0);
  expect(draws.filter((value) => value === 3).length / DRAWS).toBeCloseTo(0.75, 1);
});

test("an id is a UUID, and another seed gives another", () => {
  expect(UserId.safeParse(new Chance(4).uuid()).success).toBe(true);
  expect(new Chance(4).uuid()).not.toBe(new Chance(5).uuid());
});
