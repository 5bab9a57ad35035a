import { z } from "zod";
import { ExampleTests } from "@/server/domain/routing/example-test";
import { RuleSet } from "@/server/domain/routing/rule";

export const DraftId = z.uuid().brand<"DraftId">();
export type DraftId = z.infer<typeof DraftId>;

/** Versions are counted from 1. */
export const VersionNumber = z.int().min(1).max(2_000_000_000);

export const DraftName = z.string().trim().min(1).max(80);

/** Why a version was published. */
export const PublishComment = z.string().trim().min(1).max(500);

/** What a draft and a version hold. */
export const RuleContent = z.strictObject({
  ruleSet: RuleSet,
  examples: ExampleTests,
});
export type RuleContent = z.infer<typeof RuleContent>;
