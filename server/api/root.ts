import { callRecordRouter } from "@/server/api/routers/call-record";
import { mentionsRouter } from "@/server/api/routers/mentions";
import { notesRouter } from "@/server/api/routers/notes";
import { peopleRouter } from "@/server/api/routers/people";
import { profileRouter } from "@/server/api/routers/profile";
import { workbenchRouter } from "@/server/api/routers/workbench";
import { createCallerFactory, router } from "@/server/api/trpc";

export const appRouter = router({
  callRecord: callRecordRouter,
  mentions: mentionsRouter,
  notes: notesRouter,
  workbench: workbenchRouter,
  people: peopleRouter,
  profile: profileRouter,
});

export type AppRouter = typeof appRouter;

export const createCaller = createCallerFactory(appRouter);
