import { Users } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Moment } from "@/app/_components/format/moment";
import { ListRow, ListTable, RowLink } from "@/app/_components/shell/list-table";
import { ButtonLink } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { ListPages } from "@/app/_components/ui/list-pages";
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
  const filters = filtersOf(params);
  return (
    <>
      <ListTable
        label={t("title")}
        columns={["name", "email", "role", "state", "lastSeen"]}
        nameOf={(column) => t(`columns.${column}`)}
        length={people.length}
      >
        {people.map((person) => (
          <PersonRow key={person.userId} person={person} />
        ))}
      </ListTable>
      <ListPages
        label={t("pages")}
        first={{ name: t("firstPage"), href: params.afterId ? peopleHref(filters) : null }}
        next={{
          name: t("nextPage"),
          href: hasMore ? peopleHref({ ...filters, afterName: last.name, afterId: last.userId }) : null,
        }}
      />
    </>
  );
}

async function PersonRow({ person }: { person: Person }) {
  const t = await getTranslations("people");
  return (
    <ListRow>
      <td className="max-w-64 truncate">
        <RowLink href={`/people/${person.userId}`}>{person.name}</RowLink>
      </td>
      <td className="max-w-72 truncate text-muted">{person.email ?? t("noEmail")}</td>
      <td>{t(`roles.${person.role}`)}</td>
      <td>
        <PersonStateWord state={person.state} />
      </td>
      <td className="text-muted">
        {person.lastSeenAt === null ? t("never") : <Moment at={person.lastSeenAt} />}
      </td>
    </ListRow>
  );
}
