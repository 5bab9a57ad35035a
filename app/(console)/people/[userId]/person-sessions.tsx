import { getTranslations } from "next-intl/server";
import { SessionList } from "@/app/_components/sessions/session-list";
import { api } from "@/app/_trpc/server";

import { EndSessionOf } from "@/app/(console)/people/[userId]/end-session-of";
import type { UserId } from "@/server/domain/identifiers";

export async function PersonSessions({ userId }: { userId: UserId }) {
  const t = await getTranslations("people");
  const sessions = await api.people.sessions({ userId });
  return (
    <section className="grid gap-2">
      <div className="flex min-h-8 items-center justify-between">
        <h2 className="font-semibold text-table">{t("sessions")}</h2>
        {sessions.length > 1 ? <EndSessionOf userId={userId} /> : null}
      </div>
      <SessionList
        sessions={sessions.map((session) => ({
          ...session,
          action: <EndSessionOf userId={userId} sessionId={session.sessionId} />,
        }))}
      />
    </section>
  );
}
