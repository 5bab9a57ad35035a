import { z } from "zod";
import { listedRow, readCohortFilter, readWalkedFilter } from "@/server/api/call-list";
import { unwrap } from "@/server/api/errors";
import { callsPerPage, readNeighbours, readPage } from "@/server/api/list-page";
import { procedureNeeding, router } from "@/server/api/trpc";
import { CallFilter, CallSort } from "@/server/domain/calls/call-filter";
import { Cohort } from "@/server/domain/metrics/cohort";
import { callScopeOf } from "@/server/domain/people/viewer";
import {
  countCohort,
  cursorOfRecord,
  findCohortRows,
  RecordCursor,
} from "@/server/store/metrics/cohort-records";

const CohortInput = z.strictObject({ cohort: Cohort, filter: CallFilter });

const CohortListInput = CohortInput.extend({
  order: CallSort.shape.order,
  after: RecordCursor.optional(),
  before: RecordCursor.optional(),
});

/** The records behind a figure, in calls that the filter lets through: one row for each record. */
export const cohortsRouter = router({
  list: procedureNeeding("calls:read")
    .input(CohortListInput)
    .query(async ({ ctx, input: { cohort, filter, order, ...place } }) => {
      const request = {
        scope: callScopeOf(ctx.viewer),
        cohort,
        filter: unwrap(readCohortFilter(ctx.viewer, filter)),
        order,
      };
      const page = await readPage({
        read: (where) => findCohortRows(ctx.db, { ...request, ...where }),
        place,
        size: callsPerPage,
        cursorOf: cursorOfRecord,
      });
      return { ...page, rows: page.rows.map((row) => listedRow(ctx.viewer, row)) };
    }),

  /** Which other calls' records stand before and after one in a list. */
  around: procedureNeeding("calls:read")
    .input(CohortInput.extend({ order: CallSort.shape.order, at: RecordCursor }))
    .query(({ ctx, input: { cohort, filter, order, at } }) => {
      const request = {
        scope: callScopeOf(ctx.viewer),
        cohort,
        filter: unwrap(readWalkedFilter(ctx.viewer, filter)),
        order,
      };
      return readNeighbours({
        read: (where) => findCohortRows(ctx.db, { ...request, ...where }),
        at,
        cursorOf: cursorOfRecord,
      });
    }),

  count: procedureNeeding("calls:read")
    .input(CohortInput)
    .query(async ({ ctx, input: { cohort, filter } }) =>
      countCohort(ctx.db, {
        scope: callScopeOf(ctx.viewer),
        cohort,
        filter: unwrap(readCohortFilter(ctx.viewer, filter)),
      }),
    ),
});
