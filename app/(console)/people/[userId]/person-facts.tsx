import { useNow, useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Moment } from "@/app/_components/format/moment";
import type { ShownPerson } from "@/app/(console)/people/[userId]/shown-person";
import { PersonStateWord } from "@/app/(console)/people/person-state-word";
import { isPasswordExpired } from "@/server/domain/people/given-password";

export async function PersonFacts({ person }: { person: ShownPerson }) {
  const t = await getTranslations("people");
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <section className="rounded-lg border border-line bg-surface px-4 py-3">
        <h2 className="mb-2 font-semibold text-table">{t("facts")}</h2>
        <dl className="grid grid-cols-[9rem_1fr] gap-y-2 text-table">
          <Fact name={t("columns.email")}>{person.email ?? t("noEmail")}</Fact>
          <Fact name={t("columns.role")}>{t(`roles.${person.role}`)}</Fact>
          <Fact name={t("columns.state")}>
            <PersonStateWord state={person.state} />
          </Fact>
          <Fact name={t("columns.password")}>
            <PasswordState person={person} />
          </Fact>
          <Fact name={t("columns.lastSeen")}>
            {person.lastSeenAt === null ? t("never") : <Moment at={person.lastSeenAt} />}
          </Fact>
          <Fact name={t("columns.added")}>
            <Moment at={person.createdAt} />
          </Fact>
          {person.deactivatedAt === null ? null : (
            <Fact name={t("columns.deactivated")}>
              <Moment at={person.deactivatedAt} />
            </Fact>
          )}
        </dl>
      </section>
      <section className="rounded-lg border border-line bg-surface px-4 py-3">
        <h2 className="mb-2 font-semibold text-table">{t("skillGroups.title")}</h2>
        {person.skillGroups.length === 0 ? (
          <p className="text-table text-muted">{t("skillGroups.none")}</p>
        ) : (
          <ul className="grid gap-2 text-table">
            {person.skillGroups.map((group) => (
              <li key={group.skillGroupId} className="flex justify-between gap-4">
                <span>{group.name}</span>
                <span className="text-muted">
                  {t("skillGroups.proficiency", { level: group.proficiency })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

function PasswordState({ person: { hasPassword, passwordExpiresAt } }: { person: ShownPerson }) {
  const t = useTranslations("people");
  const now = useNow();
  if (!hasPassword) return t("password.none");
  if (passwordExpiresAt === null) return t("password.set");
  if (isPasswordExpired(passwordExpiresAt, now.getTime())) return t("password.expired");
  return t.rich("password.given", { until: () => <Moment at={passwordExpiresAt} /> });
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  );
}
