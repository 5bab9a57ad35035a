import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SessionList } from "@/app/_components/sessions/session-list";
import { PageHead } from "@/app/_components/ui/page-head";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { api } from "@/app/_trpc/server";
import { EndSession } from "@/app/(console)/profile/end-session";
import { PasswordForm } from "@/app/(console)/profile/password-form";
import { PreferencesForm } from "@/app/(console)/profile/preferences-form";
import { requireViewer } from "@/server/auth/require-viewer";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("profile");
  return { title: t("title") };
}

export default async function ProfilePage() {
  await requireViewer();
  const t = await getTranslations("profile");
  const [person, sessions] = await Promise.all([api.profile.mine(), api.profile.sessions()]);
  return (
    <ClientMessages namespaces={["ui", "profile", "sessions", "refusals"]}>
      <div className="grid max-w-3xl gap-6 px-6 py-4">
        <PageHead title={t("title")} aside={`${person.name} · ${person.email ?? ""}`} />
        <section className="grid gap-3">
          <h2 className="font-semibold text-table">{t("preferences.title")}</h2>
          <PreferencesForm preferences={person.preferences} zones={Intl.supportedValuesOf("timeZone")} />
        </section>
        {person.hasPassword ? (
          <section className="grid gap-3">
            <h2 className="font-semibold text-table">{t("password.title")}</h2>
            <PasswordForm />
          </section>
        ) : null}
        <section className="grid gap-3">
          <h2 className="font-semibold text-table">{t("sessions")}</h2>
          <SessionList
            sessions={sessions.map((session) => ({
              ...session,
              action: session.current ? null : <EndSession sessionId={session.sessionId} />,
            }))}
          />
        </section>
      </div>
    </ClientMessages>
  );
}
