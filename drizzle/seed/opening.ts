import type { Transaction } from "@/drizzle/database";
import { carriedOut } from "@/drizzle/seed/acting";
import type { DemoRules } from "@/drizzle/seed/demo-rules";
import type { SeedAgent, SeedSkillGroup, Staff } from "@/drizzle/seed/staff";
import type { CommandContext } from "@/server/commands/command";
import { addPerson } from "@/server/commands/people/add-person";
import { beginDraft } from "@/server/commands/rules/begin-draft";
import { keepRuleDraft } from "@/server/commands/rules/keep-rule-draft";
import { publishDraft } from "@/server/commands/rules/publish-draft";
import { addSkillGroup } from "@/server/commands/skill-groups/add-skill-group";
import { changeMembers } from "@/server/commands/skill-groups/change-members";
import { changeSkillGroup } from "@/server/commands/skill-groups/change-skill-group";
import { setOpeningHours } from "@/server/commands/skill-groups/set-opening-hours";
import type { Instant } from "@/server/domain/instant";
import type { Viewer } from "@/server/domain/people/viewer";

const MINUTE_MS = 60_000;

interface Founders {
  readonly admin: Viewer;
  readonly supervisor: Viewer;
  /** One of the agents, who is there already. */
  readonly agent: Viewer;
}

interface Opening extends Founders {
  readonly staff: Staff;
  readonly rules: DemoRules;
  readonly openedAt: Instant;
}

/** What has to be there before the first call: people, skill groups and rules, one a minute. */
export async function openHotline(tx: Transaction, opening: Opening): Promise<void> {
  const { staff, rules, admin, supervisor, agent } = opening;
  let at = opening.openedAt;
  const now = () => {
    at += MINUTE_MS;
    return at;
  };
  for (const newcomer of staff.agents.filter(({ agentId }) => agentId !== agent.userId)) {
    await addAgent({ db: tx, actor: admin, now }, newcomer);
  }
  const bySupervisor = { db: tx, actor: supervisor, now };
  for (const group of staff.groups) await setUpGroup(bySupervisor, group, staff);
  await publishRules(bySupervisor, rules);
}

async function addAgent(ctx: CommandContext, { agentId, name }: SeedAgent): Promise<void> {
  const email = `${name.toLowerCase().replace(" ", ".")}@hotline.test`;
  carriedOut(await addPerson({ ...ctx, newId: () => agentId }, { name, email, role: "agent" }));
}

async function setUpGroup(ctx: CommandContext, group: SeedSkillGroup, { agents }: Staff): Promise<void> {
  const { skillGroupId, name, hours } = group;
  carriedOut(await addSkillGroup({ ...ctx, newId: () => skillGroupId }, { name }));
  carriedOut(
    await changeSkillGroup(ctx, {
      skillGroupId,
      name,
      serviceLevelSeconds: group.serviceLevelSeconds,
      serviceTargetPercent: group.serviceTargetPercent,
      shortAbandonSeconds: group.shortAbandonSeconds,
      ringTimeoutSeconds: group.ringTimeoutSeconds,
      wrapUpSeconds: group.wrapUpSeconds,
      longestWaitSeconds: group.longestWaitSeconds,
      queueMax: group.queueMax,
    }),
  );
  if (hours !== null) carriedOut(await setOpeningHours(ctx, { skillGroupId, hours }));
  const changes = agents.flatMap(({ agentId, skills }) =>
    skills
      .filter((skill) => skill.group === group)
      .map(({ proficiency }) => ({ userId: agentId, proficiency })),
  );
  carriedOut(await changeMembers(ctx, { skillGroupId, revision: 0, changes }));
}

async function publishRules(ctx: CommandContext, { published }: DemoRules): Promise<void> {
  const draft = carriedOut(await beginDraft(ctx, { name: "First rules", from: null }));
  carriedOut(await keepRuleDraft(ctx, { ...draft, revision: 1, ...published }));
  const comment = "The rules that the hotline opens with";
  carriedOut(await publishDraft(ctx, { ...draft, revision: 2, comment, effectiveAt: null }));
}
