import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { UserId } from "@/server/domain/identifiers";
import type { PeopleFilter } from "@/server/domain/people/people-filter";
import { PersonState } from "@/server/domain/people/person";
import { Role } from "@/server/domain/people/role";

const peopleParsers = {
  search: parseAsString.withDefault(""),
  role: parseAsStringLiteral(Role.options),
  state: parseAsStringLiteral(PersonState.options),
  /** The last person of the page before: their name and id. */
  afterName: parseAsString,
  afterId: parseAsString,
};

export type PeopleParams = inferParserType<typeof peopleParsers>;

export const loadPeopleParams = createLoader(peopleParsers);

const serialize = createSerializer(peopleParsers);

/** The address of the list under these filters, from its first page unless it says otherwise. */
export function peopleHref(params: Partial<PeopleParams>) {
  const query = serialize(params).slice(1);
  return query === "" ? "/people" : (`/people?${query}` as const);
}

/** The filters of a list, without its place in it. */
export function filtersOf({ search, role, state }: PeopleParams): Partial<PeopleParams> {
  return { search, role, state };
}

export function readPeopleFilter(params: PeopleParams): PeopleFilter {
  const afterId = UserId.safeParse(params.afterId);
  return {
    search: params.search.slice(0, 80),
    ...(params.role && { role: params.role }),
    ...(params.state && { state: params.state }),
    ...(afterId.success && { after: { name: params.afterName ?? "", userId: afterId.data } }),
  };
}
