import { Users } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Moment } from "@/app/_components/format/moment";
import { WalkedList } from "@/app/_components/shell/walked-list";
import { ButtonLink } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import type { RouterOutputs } from "@/app/_trpc/outputs";
import { PersonStateWord } from "@/app/(console)/people/person-state-word";
import { filtersOf, type PeopleParams, peopleHref } from "@/app/(console)/people/search-params";

type Person = RouterOutputs["people"]["list"]["people"][number];

interface PeopleListProps {
  people: readonly Person[];
  hasMore: boolean;
  params: PeopleParams;
}

export async function PeopleList({ people, hasMore, params }: PeopleListProps) {
  const t = await getTranslations("people");
  const last = people.at(-1);
  if (!last) {
    return (
      <EmptyState
        icon={<Users />}
        title={t("empty.title")}
        actions={<ButtonLink href="/people">{t("empty.clear")}</ButtonLink>}
      >
        {t("empty.text")}
      </EmptyState>
    );
  }
  return (
    <>
      <WalkedList length={people.length}>
        <div className="overflow-x-auto rounded-lg border border-line bg-surface">
          <table className="w-full border-collapse text-table">
            <thead>
              <tr className="h-9 border-b border-line text-left text-muted">
                {(["name", "email", "role", "state", "lastSeen"] as const).map((column) => (
                  <th
                    key={column}
                    scope="col"
                    className="whitespace-nowrap px-3 font-medium first:pl-4 last:pr-4"
                  >
                    {t(`columns.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {people.map((person) => (
                <PersonRow key={person.userId} person={person} />
              ))}
            </tbody>
          </table>
        </div>
      </WalkedList>
      {hasMore || params.afterId ? (
        <nav aria-label={t("pages")} className="flex justify-end gap-2">
          {params.afterId ? (
            <ButtonLink href={peopleHref(filtersOf(params))}>{t("firstPage")}</ButtonLink>
          ) : null}
          {hasMore ? (
            <ButtonLink
              href={peopleHref({ ...filtersOf(params), afterName: last.name, afterId: last.userId })}
            >
              {t("nextPage")}
            </ButtonLink>
          ) : null}
        </nav>
      ) : null}
    </>
  );
}

async function PersonRow({ person }: { person: Person }) {
  const t = await getTranslations("people");
  return (
    <tr
      data-row
      className="relative h-9 border-b border-line last:border-b-0 hover:bg-hover has-focus-visible:bg-selected [&>td]:px-3"
    >
      <td className="max-w-64 truncate pl-4!">
        <Link
          href={`/people/${person.userId}`}
          className="font-medium after:absolute after:inset-0 hover:underline"
        >
          {person.name}
        </Link>
      </td>
      <td className="max-w-72 truncate text-muted">{person.email ?? t("noEmail")}</td>
      <td>{t(`roles.${person.role}`)}</td>
      <td>
        <PersonStateWord state={person.state} />
      </td>
      <td className="pr-4! text-muted">
        {person.lastSeenAt === null ? t("never") : <Moment at={person.lastSeenAt} />}
      </td>
    </tr>
  );
}
