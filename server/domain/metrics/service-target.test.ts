import { expect, test } from "vitest";
import { combineTargets } from "@/server/domain/metrics/service-target";

const group = (offered: number, serviceTargetPercent: number, serviceLevelSeconds: number) => ({
  offered,
  target: { serviceTargetPercent, serviceLevelSeconds },
});

test("groups with one target have it together", () => {
  expect(combineTargets([group(10, 80, 20), group(30, 80, 20)])).toEqual({
    share: 0.8,
    shortestSeconds: 20,
    longestSeconds: 20,
  });
});

test("a busy group's target weighs more, an idle one's nothing", () => {
  expect(combineTargets([group(30, 80, 20), group(10, 60, 30), group(0, 100, 5)])).toEqual({
    share: 0.75,
    shortestSeconds: 20,
    longestSeconds: 30,
  });
});

test("without visits there is no target", () => {
  expect(combineTargets([group(0, 80, 20)])).toBeNull();
});
