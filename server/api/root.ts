import { peopleRouter } from "@/server/api/routers/people";
import { createCallerFactory, router } from "@/server/api/trpc";

export const appRouter = router({
  people: peopleRouter,
});

export type AppRouter = typeof appRouter;

export const createCaller = createCallerFactory(appRouter);
