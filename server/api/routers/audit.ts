import { procedureNeeding, router } from "@/server/api/trpc";
import { AuditFilter, AuditPlace } from "@/server/domain/audit/audit-filter";
import { findAuditEntries } from "@/server/store/audit";
import { listSkillGroups } from "@/server/store/skill-groups";
import { listPeople } from "@/server/store/users";

const entriesPerPage = 100;

export const auditRouter = router({
  list: procedureNeeding("audit:read")
    .input(AuditFilter.extend({ before: AuditPlace.optional() }))
    .query(async ({ ctx, input: { before, ...filter } }) => {
      const found = await findAuditEntries(ctx.db, { filter, before, limit: entriesPerPage + 1 });
      return { entries: found.slice(0, entriesPerPage), hasMore: found.length > entriesPerPage };
    }),

  /** What the people and the groups that entries name by their ids are called now. */
  names: procedureNeeding("audit:read").query(async ({ ctx }) => {
    const [people, skillGroups] = await Promise.all([listPeople(ctx.db), listSkillGroups(ctx.db)]);
    return { people, skillGroups };
  }),
});
