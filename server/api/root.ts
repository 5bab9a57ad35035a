import { callRecordRouter } from "@/server/api/routers/call-record";
import { callsRouter } from "@/server/api/routers/calls";
import { importsRouter } from "@/server/api/routers/imports";
import { mentionsRouter } from "@/server/api/routers/mentions";
import { notesRouter } from "@/server/api/routers/notes";
import { peopleRouter } from "@/server/api/routers/people";
import { profileRouter } from "@/server/api/routers/profile";
import { savedViewsRouter } from "@/server/api/routers/saved-views";
import { workbenchRouter } from "@/server/api/routers/workbench";
import { createCallerFactory, router } from "@/server/api/trpc";

export const appRouter = router({
  callRecord: callRecordRouter,
  calls: callsRouter,
  imports: importsRouter,
  mentions: mentionsRouter,
  notes: notesRouter,
  people: peopleRouter,
  profile: profileRouter,
  savedViews: savedViewsRouter,
  workbench: workbenchRouter,
});

export type AppRouter = typeof appRouter;

export const createCaller = createCallerFactory(appRouter);
