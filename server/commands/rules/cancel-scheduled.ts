import { z } from "zod";
import { defineCommand } from "@/server/commands/command";
import { done, refuse } from "@/server/domain/refusal";
import { VersionNumber } from "@/server/domain/routing/versions/draft";
import { endVersion, findVersion, findVersionUntil, lockVersions } from "@/server/store/rule-set-versions";

/** Calls off a version before it comes to be: the one before it goes on in its stead. */
export const cancelScheduled = defineCommand({
  needs: "rules:publish",
  input: z.strictObject({ number: VersionNumber }),
  async run({ tx, at, audit }, { number }) {
    await lockVersions(tx);
    const version = await findVersion(tx, number);
    if (!version) return refuse("version_not_found");
    const { effectiveFrom, effectiveUntil } = version;
    if (effectiveFrom <= at || effectiveUntil === effectiveFrom) return refuse("version_not_scheduled");
    await endVersion(tx, number, effectiveFrom);
    const before = await findVersionUntil(tx, effectiveFrom, number);
    if (before) await endVersion(tx, before.number, effectiveUntil);
    await audit({
      action: "ruleSet.cancelled",
      subject: "ruleSet",
      subjectId: String(number),
      details: { effectiveFrom },
    });
    return done(null);
  },
});
