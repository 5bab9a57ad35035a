import { procedureNeeding, router } from "@/server/api/trpc";
import { AuditFilter } from "@/server/domain/audit/audit-filter";
import { auditRemark } from "@/server/domain/audit/audit-remark";
import { auditPageSize, findAuditEntries } from "@/server/store/audit";
import { findColleagues } from "@/server/store/users";

export const auditRouter = router({
  list: procedureNeeding("audit:read")
    .input(AuditFilter)
    .query(async ({ ctx, input }) => {
      const [found, people] = await Promise.all([findAuditEntries(ctx.db, input), findColleagues(ctx.db)]);
      const entries = found.map(({ details, ...entry }) => ({ ...entry, remark: auditRemark(details) }));
      return { entries, people, hasMore: entries.length === auditPageSize };
    }),
});
