import { randomUUID } from "node:crypto";
import type { Database } from "@/drizzle/database";
import { UserId } from "@/server/domain/identifiers";
import { type CallScope, callScopeOf, systemCallScope } from "@/server/domain/people/viewer";
import type { ReadCallFilter } from "@/server/store/calls/call-conditions";
import { listAgents } from "@/server/store/calls/list-agents";
import { listSkillGroups } from "@/server/store/skill-groups";

const day = 86_400_000;
const end = Date.UTC(2026, 10, 20);

/** A list to read: what is wanted, and what its reader may see. */
export interface BenchList {
  readonly name: string;
  readonly scope: CallScope;
  readonly filter: ReadCallFilter;
}

type Filter = Omit<ReadCallFilter, "deleted"> & { deleted?: ReadCallFilter["deleted"] };

/** What agents are asked to find in their own calls. */
const agentFilters: Record<string, Filter> = {
  none: {},
  "last 7 days": { from: end - 7 * day },
  "outcome abandoned": { outcomes: ["abandoned"] },
  "province Tibet": { provinces: ["Tibet"] },
  "number, last 4 digits": { number: { ending: "7654", surplusMax: null } },
  "talk over half an hour": { talk: { min: 1_800_000 } },
  outbound: { direction: "outbound" },
  "verification failed": { verifications: ["failed"] },
  "wait over 5 minutes": { wait: { min: 300_000 } },
  "with notes": { hasNotes: true },
  "without notes": { hasNotes: false },
  "word in notes": { noteText: "发票" },
  "deleted only": { deleted: "only" },
  "deleted too": { deleted: "with" },
  "common family name": { customerName: "王" },
  "word in a name or a note": { text: "refund" },
};

/** Every list of someone who sees all calls, and some of agents with many calls, with few, with none yet. */
export async function benchLists(db: Database): Promise<BenchList[]> {
  const all = Object.entries(await benchFilters(db)).map(([name, filter]) => ({
    name,
    scope: systemCallScope,
    filter,
  }));
  const agents = await listAgents(db);
  const readers = {
    "busiest agent": agents.at(0)?.userId ?? missing("agents"),
    "quietest agent": agents.at(-1)?.userId ?? missing("agents"),
    "new agent": UserId.parse(randomUUID()),
  };
  const own = Object.entries(readers).flatMap(([reader, userId]) =>
    Object.entries(agentFilters).map(([name, filter]) => ({
      name: `${reader}: ${name}`,
      scope: callScopeOf({ userId, name: reader, role: "agent" }),
      filter,
    })),
  );
  return [...all, ...own].map((list) => ({ ...list, filter: { deleted: "without", ...list.filter } }));
}

/** Every kind of filter alone, the common and the rare value of each, and several together. */
async function benchFilters(db: Database): Promise<Record<string, Filter>> {
  const agents = await listAgents(db);
  const groups = await listSkillGroups(db);
  const agent = (place: number) => [agents.at(place)?.userId ?? missing("agents")];
  const group = (place: number) => [groups.at(place)?.skillGroupId ?? missing("skill groups")];
  return {
    none: {},
    "last 7 days": { from: end - 7 * day },
    "a month, half a year ago": { from: end - 210 * day, until: end - 180 * day },
    inbound: { direction: "inbound" },
    outbound: { direction: "outbound" },
    "outcome answered": { outcomes: ["answered"] },
    "outcome abandoned, also short": { outcomes: ["abandoned", "short_abandoned"] },
    "outcome left in IVR": { outcomes: ["left_in_ivr"] },
    "outcome phantom": { outcomes: ["phantom"] },
    "busiest skill group": { skillGroupIds: group(0) },
    "quietest skill group": { skillGroupIds: group(-1) },
    "busiest agent": { agentIds: agent(0) },
    "quietest agent": { agentIds: agent(-1) },
    "three agents": { agentIds: [...agent(4), ...agent(14), ...agent(24)] },
    "province Guangdong": { provinces: ["Guangdong"] },
    "province Tibet": { provinces: ["Tibet"] },
    "verification passed": { verifications: ["passed"] },
    "verification abandoned": { verifications: ["abandoned"] },
    "number, last 4 digits": { number: { ending: "7654", surplusMax: null } },
    "number, whole": { number: { ending: "13000034999", surplusMax: 4 } },
    "number, last 2 digits": { number: { ending: "54", surplusMax: null } },
    "wait over 5 minutes": { wait: { min: 300_000 } },
    "wait 20 to 40 seconds": { wait: { min: 20_000, max: 40_000 } },
    "talk over half an hour": { talk: { min: 1_800_000 } },
    "handle under 30 seconds": { handle: { max: 30_000 } },
    "with notes": { hasNotes: true },
    "without notes": { hasNotes: false },
    "common word in notes": { noteText: "refund" },
    "common Chinese word in notes": { noteText: "退款" },
    "rare Chinese words in notes": { noteText: "跨境清关" },
    "common family name": { customerName: "王" },
    "rare name": { customerName: "欧阳雅婷" },
    "given name": { customerName: "wei" },
    "two words of a name": { customerName: "smith wei" },
    "a name that nobody has": { customerName: "nobody" },
    "common word in a name or a note": { text: "王" },
    "word in notes alone": { text: "refund" },
    "a word that stands nowhere": { text: "nobody" },
    "a word that no note has": { noteText: "nobody" },
    "deleted only": { deleted: "only" },
    "deleted too": { deleted: "with" },
    "agent and skill group": { agentIds: agent(7), skillGroupIds: group(2) },
    "abandoned in a group after 5 minutes": {
      outcomes: ["abandoned"],
      skillGroupIds: group(1),
      wait: { min: 300_000 },
    },
    "30 days, group, Jiangsu": { from: end - 30 * day, skillGroupIds: group(0), provinces: ["Jiangsu"] },
    "agent, with notes": { agentIds: agent(11), hasNotes: true },
    "outbound, answered, Zhejiang": {
      direction: "outbound",
      outcomes: ["answered"],
      provinces: ["Zhejiang"],
    },
    "failed verification, long talk": { verifications: ["failed"], talk: { min: 900_000 } },
    "7 days, agent, word in notes": { from: end - 7 * day, agentIds: agent(2), noteText: "发票" },
  };
}

function missing(what: string): never {
  throw new Error(`the database was filled without ${what}`);
}
