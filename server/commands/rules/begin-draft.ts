import { v4 } from "uuid";
import { z } from "zod";
import { defineCommand, type Frame } from "@/server/commands/command";
import { createDraft } from "@/server/commands/rules/create-draft";
import { done, type Outcome, refuse } from "@/server/domain/refusal";
import { RuleId } from "@/server/domain/routing/rule";
import { DraftName, type RuleContent, VersionNumber } from "@/server/domain/routing/versions/draft";
import { starterRuleSet } from "@/server/domain/routing/versions/starter";
import { TimeZone } from "@/server/domain/time-zone";
import { listGroups } from "@/server/store/routing-knowledge";
import { findLiveVersion, findVersion } from "@/server/store/rule-set-versions";

const From = z.union([VersionNumber, z.literal("live"), z.null()]);

/** Begins a draft: from the rules that are live, from an old version, or from a single rule. */
export const beginDraft = defineCommand({
  needs: "rules:edit",
  input: z.strictObject({
    name: DraftName,
    from: From,
    /** Where weekdays and times of day are told, in a draft from a single rule. */
    timeZone: TimeZone.default("UTC"),
  }),
  async run(frame, { name, from, timeZone }) {
    if (from === null) {
      const begun = await beginWithOneRule(frame, timeZone);
      return begun.ok ? done(await createDraft(frame, { name, basedOn: null, content: begun.value })) : begun;
    }
    const number = from === "live" ? (await findLiveVersion(frame.tx, frame.at))?.number : from;
    const version = number === undefined ? undefined : await findVersion(frame.tx, number);
    if (!version) return refuse("version_not_found");
    const { ruleSet, examples } = version;
    return done(await createDraft(frame, { name, basedOn: version.number, content: { ruleSet, examples } }));
  },
});

async function beginWithOneRule({ tx }: Frame, timeZone: string): Promise<Outcome<RuleContent>> {
  const group = (await listGroups(tx)).find(({ archivedAt }) => archivedAt === null);
  if (!group) return refuse("no_skill_group");
  const ruleSet = starterRuleSet({
    ruleId: RuleId.parse(v4()),
    name: group.name,
    skillGroupId: group.skillGroupId,
    timeZone,
  });
  return done({ ruleSet, examples: [] });
}
