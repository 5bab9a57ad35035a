import { procedureNeeding, router } from "@/server/api/trpc";

export const peopleRouter = router({
  me: procedureNeeding("profile:edit").query(({ ctx }) => ctx.viewer),
});
