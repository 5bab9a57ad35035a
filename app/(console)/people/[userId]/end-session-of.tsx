"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import { trpc } from "@/app/_trpc/client";
import { useChange } from "@/app/_trpc/use-change";
import type { SessionId, UserId } from "@/server/domain/identifiers";

/** Ends one session of somebody, or all of them where none is named. */
export function EndSessionOf({ userId, sessionId }: { userId: UserId; sessionId?: SessionId }) {
  const t = useTranslations("sessions");
  const end = useChange(() => trpc.people.endSessions.mutate({ userId, sessionId }), { faultIn: "toast" });
  return (
    <Button size="sm" pending={end.pending} onClick={() => end.send()}>
      {sessionId ? t("end") : t("endAll")}
    </Button>
  );
}
