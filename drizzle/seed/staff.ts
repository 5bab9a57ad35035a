import type { Chance } from "@/drizzle/seed/chance";
import { officeHours } from "@/drizzle/seed/opening-hours";
import { SkillGroupId, UserId } from "@/server/domain/identifiers";
import type { GroupSettings } from "@/server/domain/routing/group-settings";

/** What callers want of a skill group, and how its people work. Times in seconds. */
interface Trade extends Omit<GroupSettings, "skillGroupId"> {
  readonly name: string;
  readonly menuKey: string;
  /** Share of the calls that ask for it. */
  readonly share: number;
  readonly serviceLevelSeconds: number;
  readonly serviceTargetPercent: number;
  readonly shortAbandonSeconds: number;
  readonly talkMedian: number;
  readonly talkSigma: number;
  readonly wrapUpMedian: number;
  readonly patienceMedian: number;
  readonly needsVerification: boolean;
}

const usual = {
  serviceLevelSeconds: 20,
  serviceTargetPercent: 80,
  shortAbandonSeconds: 5,
  talkSigma: 0.75,
  hours: null,
  ringTimeoutSeconds: 20,
  wrapUpSeconds: 30,
  longestWaitSeconds: null,
  queueMax: 40,
} as const;

const TRADES: readonly Trade[] = [
  {
    ...usual,
    name: "Orders",
    menuKey: "1",
    share: 0.35,
    talkMedian: 190,
    wrapUpMedian: 28,
    patienceMedian: 170,
    needsVerification: true,
  },
  {
    ...usual,
    name: "Delivery",
    menuKey: "2",
    share: 0.28,
    talkMedian: 150,
    wrapUpMedian: 22,
    patienceMedian: 150,
    needsVerification: false,
  },
  {
    ...usual,
    name: "Returns",
    menuKey: "3",
    hours: officeHours,
    wrapUpSeconds: 60,
    longestWaitSeconds: 900,
    share: 0.19,
    talkMedian: 250,
    wrapUpMedian: 50,
    patienceMedian: 210,
    needsVerification: true,
  },
  {
    ...usual,
    name: "Technical",
    menuKey: "4",
    hours: officeHours,
    wrapUpSeconds: 60,
    longestWaitSeconds: 1200,
    queueMax: 25,
    serviceLevelSeconds: 30,
    share: 0.18,
    talkMedian: 340,
    talkSigma: 0.85,
    wrapUpMedian: 55,
    patienceMedian: 260,
    needsVerification: false,
  },
  {
    ...usual,
    name: "Orders VIP",
    menuKey: "1",
    ringTimeoutSeconds: 12,
    queueMax: null,
    serviceLevelSeconds: 10,
    share: 0,
    talkMedian: 230,
    wrapUpMedian: 40,
    patienceMedian: 120,
    needsVerification: true,
  },
];

const FAMILY_NAMES =
  "Wang Li Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Hu Zhu Gao Lin He Guo Ma Luo".split(" ");
const GIVEN_NAMES =
  "Wei Fang Na Min Jing Lei Jun Yang Yong Yan Jie Juan Tao Ming Chao Xiulan Xia Ping Gang Guiying Haoran Yuxuan Zihan Yichen Ruoxi Mengyao Sicong Jiayi Xinyue Kexin Tianyu Boyan Shuyi Lijuan Zhiqiang Wenjing Haiyan Dandan Qiang Xiaolong".split(
    " ",
  );

const AGENT_COUNT = 40;

export interface SeedSkillGroup extends Trade {
  readonly skillGroupId: SkillGroupId;
}

interface Skill {
  readonly group: SeedSkillGroup;
  /** 1 (lowest) to 5 (highest). */
  readonly proficiency: number;
}

export interface SeedAgent {
  readonly agentId: UserId;
  readonly name: string;
  readonly skills: readonly Skill[];
}

export interface Staff {
  readonly groups: readonly SeedSkillGroup[];
  readonly agents: readonly SeedAgent[];
}

export function drawPersonName(chance: Chance): string {
  return `${chance.oneOf(FAMILY_NAMES)} ${chance.oneOf(GIVEN_NAMES)}`;
}

/** `known` is an agent who is there already, such as the one whose account signs in. */
export function drawStaff(chance: Chance, known: Pick<SeedAgent, "agentId" | "name"> | null): Staff {
  const groups = TRADES.map((trade) => ({ ...trade, skillGroupId: SkillGroupId.parse(chance.uuid()) }));
  const names = new Set<string>();
  while (names.size < AGENT_COUNT) names.add(drawPersonName(chance));
  const agents = [...names].map((name, index) => {
    const drawn = { agentId: UserId.parse(chance.uuid()), name, skills: drawSkills(chance, groups, index) };
    return index === 0 && known !== null ? { ...drawn, ...known } : drawn;
  });
  return { groups, agents };
}

/** Everybody has a main trade, in turn by demand; most have a second; the experienced serve VIPs. */
function drawSkills(chance: Chance, groups: readonly SeedSkillGroup[], index: number): Skill[] {
  const turn = [
    "Orders",
    "Delivery",
    "Technical",
    "Orders",
    "Returns",
    "Delivery",
    "Orders",
    "Technical",
    "Returns",
  ];
  const main = turn[index % turn.length];
  const skills = groups.flatMap((group) => {
    if (group.name === main) return [{ group, proficiency: chance.whole(3, 5) }];
    if (group.name === "Orders VIP") {
      return main === "Orders" ? [{ group, proficiency: chance.whole(4, 5) }] : [];
    }
    return chance.happens(0.3) ? [{ group, proficiency: chance.whole(1, 3) }] : [];
  });
  return skills;
}
