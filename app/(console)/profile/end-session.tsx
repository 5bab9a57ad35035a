"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import { trpc } from "@/app/_trpc/client";
import { useChange } from "@/app/_trpc/use-change";
import type { SessionId } from "@/server/domain/identifiers";

export function EndSession({ sessionId }: { sessionId: SessionId }) {
  const t = useTranslations("sessions");
  const end = useChange(() => trpc.profile.endSession.mutate({ sessionId }), { faultIn: "toast" });
  return (
    <Button size="sm" pending={end.pending} onClick={() => end.send()}>
      {t("end")}
    </Button>
  );
}
