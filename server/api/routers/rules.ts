import { z } from "zod";
import { unwrap } from "@/server/api/errors";
import {
  compareVersions,
  getDraft,
  getLiveVersion,
  getVersion,
  reviewAgainstLive,
} from "@/server/api/review-rules";
import { procedureNeeding, router } from "@/server/api/trpc";
import { beginDraft } from "@/server/commands/rules/begin-draft";
import { cancelScheduled } from "@/server/commands/rules/cancel-scheduled";
import { discardDraft } from "@/server/commands/rules/discard-draft";
import { importRuleSet } from "@/server/commands/rules/import-rule-set";
import { keepRuleDraft } from "@/server/commands/rules/keep-rule-draft";
import { publishDraft } from "@/server/commands/rules/publish-draft";
import { renameDraft } from "@/server/commands/rules/rename-draft";
import { republishVersion } from "@/server/commands/rules/republish-version";
import { restoreDraft } from "@/server/commands/rules/restore-draft";
import type { ExampleTest } from "@/server/domain/routing/example-test";
import type { RuleSet } from "@/server/domain/routing/rule";
import { DraftId, VersionNumber } from "@/server/domain/routing/versions/draft";
import { readRoutingKnowledge } from "@/server/store/routing-knowledge";
import { listDrafts } from "@/server/store/rule-set-drafts";
import {
  findLiveVersion,
  findVersions,
  listScheduledVersions,
  versionsPageSize,
} from "@/server/store/rule-set-versions";

const OneDraft = z.object({ draftId: DraftId });
const OneVersion = z.object({ number: VersionNumber });

// Typed for whoever calls it; what comes is read by the command, whose refusal says where the fault is.
const KeptDraft = keepRuleDraft.input.extend({
  ruleSet: z.custom<RuleSet>(),
  examples: z.custom<readonly ExampleTest[]>(),
});

export const rulesRouter = router({
  overview: procedureNeeding("rules:read").query(async ({ ctx }) => {
    const now = ctx.now();
    const [live, scheduled, drafts] = await Promise.all([
      findLiveVersion(ctx.db, now),
      listScheduledVersions(ctx.db, now),
      listDrafts(ctx.db),
    ]);
    return { live: live ?? null, scheduled, drafts };
  }),

  draft: procedureNeeding("rules:read")
    .input(OneDraft)
    .query(async ({ ctx, input }) => {
      const [draft, live] = await Promise.all([
        getDraft(ctx.db, input.draftId),
        getLiveVersion(ctx.db, ctx.now()),
      ]);
      return { ...draft, live: live && { number: live.number, ruleSet: live.ruleSet } };
    }),

  known: procedureNeeding("rules:read").query(({ ctx }) => readRoutingKnowledge(ctx.db)),

  /** Newest first, each page from below a number on. */
  history: procedureNeeding("rules:read")
    .input(z.object({ below: VersionNumber.optional() }))
    .query(async ({ ctx, input }) => {
      const versions = await findVersions(ctx.db, input.below);
      return { versions, hasMore: versions.length === versionsPageSize };
    }),

  version: procedureNeeding("rules:read")
    .input(OneVersion)
    .query(({ ctx, input }) => getVersion(ctx.db, input.number)),

  /** What going from one version to another means for calls. */
  compare: procedureNeeding("rules:read")
    .input(z.object({ before: VersionNumber, after: VersionNumber }))
    .query(({ ctx, input }) => compareVersions(ctx.db, { ...input, now: ctx.now() })),

  /** What publishing a draft, or an old version again, means for calls, and what stands against it. */
  review: procedureNeeding("rules:read")
    .input(z.union([OneDraft, OneVersion]))
    .query(async ({ ctx, input }) => {
      const { db, now } = ctx;
      const content =
        "draftId" in input ? await getDraft(db, input.draftId) : await getVersion(db, input.number);
      return await reviewAgainstLive(db, content, now());
    }),

  beginDraft: procedureNeeding(beginDraft.needs)
    .input(beginDraft.input)
    .mutation(async ({ ctx, input }) => unwrap(await beginDraft(ctx.command, input))),

  keepDraft: procedureNeeding(keepRuleDraft.needs)
    .input(KeptDraft)
    .mutation(async ({ ctx, input }) => unwrap(await keepRuleDraft(ctx.command, input))),

  renameDraft: procedureNeeding(renameDraft.needs)
    .input(renameDraft.input)
    .mutation(async ({ ctx, input }) => unwrap(await renameDraft(ctx.command, input))),

  discardDraft: procedureNeeding(discardDraft.needs)
    .input(discardDraft.input)
    .mutation(async ({ ctx, input }) => unwrap(await discardDraft(ctx.command, input))),

  restoreDraft: procedureNeeding(restoreDraft.needs)
    .input(restoreDraft.input)
    .mutation(async ({ ctx, input }) => unwrap(await restoreDraft(ctx.command, input))),

  import: procedureNeeding(importRuleSet.needs)
    .input(importRuleSet.input)
    .mutation(async ({ ctx, input }) => unwrap(await importRuleSet(ctx.command, input))),

  publish: procedureNeeding(publishDraft.needs)
    .input(publishDraft.input)
    .mutation(async ({ ctx, input }) => unwrap(await publishDraft(ctx.command, input))),

  republish: procedureNeeding(republishVersion.needs)
    .input(republishVersion.input)
    .mutation(async ({ ctx, input }) => unwrap(await republishVersion(ctx.command, input))),

  cancelScheduled: procedureNeeding(cancelScheduled.needs)
    .input(cancelScheduled.input)
    .mutation(async ({ ctx, input }) => unwrap(await cancelScheduled(ctx.command, input))),
});
