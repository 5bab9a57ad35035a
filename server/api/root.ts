import { auditRouter } from "@/server/api/routers/audit";
import { callRecordRouter } from "@/server/api/routers/call-record";
import { callsRouter } from "@/server/api/routers/calls";
import { cohortsRouter } from "@/server/api/routers/cohorts";
import { agentsRouter } from "@/server/api/routers/dashboards/agents";
import { durationRouter } from "@/server/api/routers/dashboards/duration";
import { ivrRouter } from "@/server/api/routers/dashboards/ivr";
import { overviewRouter } from "@/server/api/routers/dashboards/overview";
import { ownRouter } from "@/server/api/routers/dashboards/own";
import { thresholdsRouter } from "@/server/api/routers/dashboards/thresholds";
import { waitingRouter } from "@/server/api/routers/dashboards/waiting";
import { importsRouter } from "@/server/api/routers/imports";
import { mentionsRouter } from "@/server/api/routers/mentions";
import { notesRouter } from "@/server/api/routers/notes";
import { peopleRouter } from "@/server/api/routers/people";
import { profileRouter } from "@/server/api/routers/profile";
import { rulesRouter } from "@/server/api/routers/rules";
import { savedViewsRouter } from "@/server/api/routers/saved-views";
import { skillGroupsRouter } from "@/server/api/routers/skill-groups";
import { workbenchRouter } from "@/server/api/routers/workbench";
import { createCallerFactory, router } from "@/server/api/trpc";

export const appRouter = router({
  audit: auditRouter,
  callRecord: callRecordRouter,
  calls: callsRouter,
  cohorts: cohortsRouter,
  dashboards: router({
    agents: agentsRouter,
    duration: durationRouter,
    ivr: ivrRouter,
    overview: overviewRouter,
    own: ownRouter,
    thresholds: thresholdsRouter,
    waiting: waitingRouter,
  }),
  imports: importsRouter,
  mentions: mentionsRouter,
  notes: notesRouter,
  people: peopleRouter,
  profile: profileRouter,
  rules: rulesRouter,
  savedViews: savedViewsRouter,
  skillGroups: skillGroupsRouter,
  workbench: workbenchRouter,
});

export type AppRouter = typeof appRouter;

export const createCaller = createCallerFactory(appRouter);
