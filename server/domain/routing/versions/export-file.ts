import { z } from "zod";
import { SkillGroupId, type UserId } from "@/server/domain/identifiers";
import { Instant } from "@/server/domain/instant";
import { type Outcome, refuse } from "@/server/domain/refusal";
import { faultsOfIssues, isRecord } from "@/server/domain/routing/read-condition";
import { type RuleContent, VersionNumber } from "@/server/domain/routing/versions/draft";
import { EXPORT_LENGTH_MAX } from "@/server/domain/routing/versions/lengths";
import { readWholeContent, refuseFault } from "@/server/domain/routing/versions/read-content";

const NamedGroup = z.object({ skillGroupId: SkillGroupId, name: z.string() });
type NamedGroup = z.infer<typeof NamedGroup>;

const FORMAT = "hotline-rule-set";

/** The frame of the file; what it holds is read by itself, so that a fault in it has a path of its own. */
const Frame = z.strictObject({
  format: z.literal(FORMAT),
  formatVersion: z.literal(1),
  exportedFrom: z.strictObject({ version: VersionNumber, comment: z.string().max(500), at: Instant }),
  groups: z.array(z.strictObject({ id: SkillGroupId, name: z.string().min(1).max(200) })).max(1000),
  ruleSet: z.unknown(),
  examples: z.unknown(),
});

interface Exported extends RuleContent {
  readonly number: number;
  readonly comment: string;
  readonly at: Instant;
}

/** A version as a JSON file, with the names of its groups so that another hotline can find its own. */
export function writeExportFile(
  { number, comment, at, ruleSet, examples }: Exported,
  groups: readonly NamedGroup[],
): string {
  const content = JSON.stringify({ ruleSet, examples });
  const file = {
    format: FORMAT,
    formatVersion: 1,
    exportedFrom: { version: number, comment, at },
    groups: groups
      .filter(({ skillGroupId }) => content.includes(skillGroupId))
      .map(({ skillGroupId, name }) => ({ id: skillGroupId, name })),
    ruleSet,
    examples,
  } satisfies z.input<typeof Frame>;
  return `${JSON.stringify(file, null, 2)}\n`;
}

/**
 * What an exported file holds, in terms of the groups that there are here: each is found by its id, else by
 * its name; a file with groups that are not found is refused with their names.
 */
export function readExportFile(
  text: string,
  { groups, agents }: { readonly groups: readonly NamedGroup[]; readonly agents: ReadonlySet<UserId> },
): Outcome<RuleContent> {
  if (text.length > EXPORT_LENGTH_MAX) return refuse("rules_too_large");
  const file = parsed(text);
  const frame = Frame.safeParse(file);
  if (!isRecord(file) || file["format"] !== FORMAT) return refuse("rules_file_not_ours");
  if (!frame.success) return refuseFault("", faultsOfIssues(frame.error.issues, ""));
  const { groups: named, ruleSet, examples } = frame.data;
  const known = new Set(groups.map(({ skillGroupId }) => skillGroupId));
  const byName = new Map(groups.map(({ name, skillGroupId }) => [name, skillGroupId]));
  const missing = named.filter(({ id, name }) => !known.has(id) && !byName.has(name));
  if (missing.length > 0) {
    return refuse("rules_file_groups_missing", { groups: missing.map(({ name }) => name).join(", ") });
  }
  const asThere = readWholeContent(
    { ruleSet, examples },
    { groups: new Set([...known, ...named.map(({ id }) => id)]), agents },
  );
  if (!asThere.ok) return asThere;
  const here = new Map<unknown, string>(
    named.flatMap(({ id, name }) => {
      const namesake = byName.get(name);
      return known.has(id) || namesake === undefined ? [] : [[id, namesake] as const];
    }),
  );
  // An id is nothing else's id, so it may be replaced wherever it stands.
  const asHere: unknown = JSON.parse(JSON.stringify(asThere.value), (_, part) => here.get(part) ?? part);
  return readWholeContent(asHere, { groups: known, agents });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
