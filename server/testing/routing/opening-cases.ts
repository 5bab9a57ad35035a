import type { SkillGroupId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";
import { analyse } from "@/server/domain/routing/analysis/analyse";
import type { Way } from "@/server/domain/routing/analysis/coming";
import type { Finding } from "@/server/domain/routing/analysis/finding";
import { unknownCall } from "@/server/domain/routing/facts";
import type { WaitingCall } from "@/server/domain/routing/floor";
import {
  type GroupSettings,
  type SettingsByGroup,
  usualSettings,
} from "@/server/domain/routing/group-settings";
import type { OpeningHours } from "@/server/domain/routing/opening-hours";
import type { Fallback, RuleSet, Treatment } from "@/server/domain/routing/rule";
import { callNumbered } from "@/server/testing/routing/generated-floors";
import {
  ORDERS,
  RETURNS,
  smallSurroundings,
  TECHNICAL,
  treatment,
} from "@/server/testing/routing/generated-rules";

export const HOUR_MS = 3_600_000;
export const groups = [ORDERS, RETURNS, TECHNICAL];
export const staffed = new Set(groups);

/** The same hours every day, on the clock of the rules. */
export function daily(...openings: [from: number, until: number][]): OpeningHours {
  const day = openings.map(([from, until]) => ({ from: from * 60, until: until * 60 }));
  return { timeZone: "Asia/Shanghai", week: [day, day, day, day, day, day, day], specialDays: [] };
}

export type Settings = Partial<Record<SkillGroupId, Partial<GroupSettings>>>;

export function settingsOf(settings: Settings): SettingsByGroup {
  return new Map(groups.map((group) => [group, { ...usualSettings(group), ...settings[group] }]));
}

export function neverOpen(rules: RuleSet, settings: SettingsByGroup): Finding[] {
  const analysis = analyse(rules, { ...smallSurroundings, settings, staffed });
  if (!analysis.isFinished) throw new Error("so little is not too entangled");
  return analysis.findings.filter(({ fault }) => fault.kind === "neverOpen");
}

export function waysIn(findings: readonly Finding[]): Way["because"][] {
  return findings.flatMap(({ fault }) => (fault.kind === "neverOpen" ? [fault.way.because] : []));
}

export const to = (skillGroupId: SkillGroupId) => ({ kind: "overflow", to: skillGroupId }) as const;
export const day = { hours: daily([9, 18]) };
export const night = { hours: daily([0, 9], [18, 24]) };
export const hangUp: Fallback = { kind: "hangUp", message: "Call again tomorrow" };

export function treatmentOfFirst({ queueRules }: RuleSet): Treatment {
  return queueRules[0]?.treatment ?? treatment();
}

export function waitingSince(at: Instant, own: Treatment): WaitingCall {
  return {
    callId: callNumbered(1),
    facts: unknownCall,
    treatment: own,
    skillGroupId: own.skillGroupId,
    enteredAt: at,
    queuedAt: at,
    exitsTaken: 0,
    askedInVain: [],
  };
}
