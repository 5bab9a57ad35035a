import { z } from "zod";
import { UserId } from "@/server/domain/identifiers";
import { PersonState } from "@/server/domain/people/person";
import { Role } from "@/server/domain/people/role";

/** The last person of a page: the next page begins after them. */
export const PeoplePlace = z.object({ name: z.string(), userId: UserId });
export type PeoplePlace = z.infer<typeof PeoplePlace>;

export const PeopleFilter = z.object({
  /** Part of a name or of an e-mail. */
  search: z.string().trim().max(80).optional(),
  role: Role.optional(),
  state: PersonState.optional(),
  after: PeoplePlace.optional(),
});
export type PeopleFilter = z.infer<typeof PeopleFilter>;
