import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Moment } from "@/app/_components/format/moment";
import { readBrowser } from "@/app/_components/sessions/read-browser";
import { Badge } from "@/app/_components/ui/badge";

export interface ListedSession {
  readonly sessionId: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  readonly userAgent: string | null;
  /** It is the session that this page is read in. */
  readonly current?: boolean;
  readonly action?: ReactNode;
}

export function SessionList({ sessions }: { sessions: readonly ListedSession[] }) {
  const t = useTranslations("sessions");
  if (sessions.length === 0) {
    return (
      <p className="rounded-lg border border-line bg-surface px-4 py-3 text-table text-muted">{t("none")}</p>
    );
  }
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
      {sessions.map((session) => {
        const browser = readBrowser(session.userAgent ?? "");
        return (
          <li key={session.sessionId} className="flex min-h-12 items-center gap-4 px-4 py-2 text-table">
            <div className="grid flex-1 gap-0.5">
              <span className="flex items-center gap-2 font-medium">
                {browser ? t("browser", browser) : t("unknownBrowser")}
                {session.current ? <Badge>{t("current")}</Badge> : null}
              </span>
              <span className="text-caption text-muted">
                {t.rich("times", {
                  opened: () => <Moment at={session.createdAt} />,
                  seen: () => <Moment at={session.lastSeenAt} />,
                })}
              </span>
            </div>
            {session.action}
          </li>
        );
      })}
    </ul>
  );
}
