import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { RefusalNotice } from "@/app/_components/refusal-notice";
import { BackLink } from "@/app/_components/ui/back-link";
import { PageHead } from "@/app/_components/ui/page-head";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { api } from "@/app/_trpc/server";
import { settle } from "@/app/_trpc/settle";
import { PersonActions } from "@/app/(console)/people/[userId]/person-actions";
import { PersonFacts } from "@/app/(console)/people/[userId]/person-facts";
import { PersonSessions } from "@/app/(console)/people/[userId]/person-sessions";
import { requireViewerWho } from "@/server/auth/require-viewer";
import { UserId } from "@/server/domain/identifiers";
import { mayDo } from "@/server/domain/people/permissions";
import { refuse } from "@/server/domain/refusal";

type PersonPageProps = PageProps<"/people/[userId]">;

const findPerson = cache(async (id: string) => {
  const userId = UserId.safeParse(id);
  return userId.success ? await settle(api.people.byId({ userId: userId.data })) : refuse("person_not_found");
});

export async function generateMetadata({ params }: PersonPageProps): Promise<Metadata> {
  const t = await getTranslations("people");
  const { userId } = await params;
  await requireViewerWho("people:read");
  const person = await findPerson(userId);
  return { title: person.ok ? person.value.name : t("title") };
}

export default async function PersonPage({ params }: PersonPageProps) {
  const { userId } = await params;
  const viewer = await requireViewerWho("people:read");
  const t = await getTranslations("people");
  const person = await findPerson(userId);
  const manages = mayDo(viewer.role, "people:manage");
  return (
    <ClientMessages namespaces={["ui", "people", "sessions", "refusals"]}>
      <div className="grid max-w-5xl gap-5 px-6 py-4">
        <BackLink href="/people">{t("back")}</BackLink>
        {person.ok ? (
          <>
            <PageHead
              title={person.value.name}
              actions={
                manages ? (
                  <PersonActions person={person.value} own={viewer.userId === person.value.userId} />
                ) : null
              }
            />
            <PersonFacts person={person.value} />
            {manages ? <PersonSessions userId={person.value.userId} /> : null}
          </>
        ) : (
          <RefusalNotice refusal={person} />
        )}
      </div>
    </ClientMessages>
  );
}
