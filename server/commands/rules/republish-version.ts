import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { publishVersion } from "@/server/commands/rules/publish-version";
import { Instant } from "@/server/domain/instant";
import { refuse } from "@/server/domain/refusal";
import { PublishComment, VersionNumber } from "@/server/domain/routing/versions/draft";
import { findVersion } from "@/server/store/rule-set-versions";

/** Publishes what an old version holds again, as a version with a number of its own. */
export const republishVersion = defineCommand({
  needs: "rules:publish",
  input: z.strictObject({
    number: VersionNumber,
    comment: PublishComment,
    effectiveAt: Instant.nullable(),
  }),
  async run(frame, { number, comment, effectiveAt }) {
    const version = await findVersion(frame.tx, number);
    if (!version) return refuse("version_not_found");
    const { ruleSet, examples } = version;
    return await publishVersion(frame, {
      content: { ruleSet, examples },
      comment,
      effectiveAt,
      origin: { republished: number },
    });
  },
});
