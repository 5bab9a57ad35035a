import { describe, expect, test } from "vitest";
import { skillGroupMembers } from "@/drizzle/schema/skill-groups";
import { openSession } from "@/server/commands/sessions/sign-in";
import {
  countPeople,
  findPeople,
  findPerson,
  findSkillGroupsOf,
  peoplePageSize,
} from "@/server/store/people";
import { createSkillGroup, createUser, someInstant } from "@/server/testing/factories";
import { useTestDatabase } from "@/server/testing/test-database";

const { db } = useTestDatabase();

async function namesOf(filter: Parameters<typeof findPeople>[1]) {
  return (await findPeople(db, filter)).map((person) => person.name);
}

test("when somebody was last seen is their own affair", async () => {
  const [seen, unseen] = await Promise.all([createUser(db), createUser(db)]);
  await openSession({ db, now: () => someInstant - 1000 }, seen.userId, null);
  await openSession({ db, now: () => someInstant }, seen.userId, null);
  expect(await findPerson(db, seen.userId)).toMatchObject({ lastSeenAt: someInstant });
  expect(await findPerson(db, unseen.userId)).toMatchObject({ lastSeenAt: null });
});

describe("a search", () => {
  test("finds parts of names and e-mails whatever their case, and takes wildcards for what they are", async () => {
    await createUser(db, { name: "Zoë 100% Sure", email: "zoe_1@search.test" });
    await createUser(db, { name: "Zoltan", email: "zoltan@search.test" });
    expect(await namesOf({ search: "zoË" })).toEqual(["Zoë 100% Sure"]);
    expect(await namesOf({ search: "0% s" })).toEqual(["Zoë 100% Sure"]);
    expect(await namesOf({ search: "ZOE_1@" })).toEqual(["Zoë 100% Sure"]);
    expect(await namesOf({ search: "zo%an" })).toEqual([]);
    expect(await namesOf({ search: "@search.test" })).toEqual(["Zoltan", "Zoë 100% Sure"]);
  });

  test("counts every state, whichever is shown", async () => {
    const name = (state: string) => `Countable ${state}`;
    await createUser(db, { name: name("active") });
    await createUser(db, { name: name("recorded"), email: null });
    await createUser(db, { name: name("gone"), deactivatedAt: someInstant });
    const search = "countable";
    expect(await countPeople(db, { search })).toEqual({ active: 1, record_only: 1, deactivated: 1 });
    expect(await namesOf({ search, state: "active" })).toEqual([name("active")]);
    expect(await namesOf({ search, state: "record_only" })).toEqual([name("recorded")]);
    expect(await namesOf({ search, state: "deactivated" })).toEqual([name("gone")]);
  });
});

test("pages one after the other hold everybody once, namesakes too", async () => {
  const everybody = Array.from({ length: peoplePageSize + 20 }, (_, index) => `Namesake ${index % 3}`);
  await Promise.all(everybody.map((name) => createUser(db, { name })));
  const search = "namesake";
  const first = await findPeople(db, { search });
  const last = first.at(-1);
  const second = await findPeople(db, {
    search,
    ...(last && { after: { name: last.name, userId: last.userId } }),
  });
  const ids = [...first, ...second].map((person) => person.userId);
  expect(first).toHaveLength(peoplePageSize);
  expect(new Set(ids).size).toBe(everybody.length);
});

test("the skill groups of a person do not show archived ones", async () => {
  const { userId } = await createUser(db);
  const kept = await createSkillGroup(db);
  const archived = await createSkillGroup(db, { archivedAt: someInstant });
  for (const { skillGroupId } of [kept, archived]) {
    await db.insert(skillGroupMembers).values({ skillGroupId, userId, proficiency: 4 });
  }
  expect(await findSkillGroupsOf(db, userId)).toMatchObject([{ name: kept.name, proficiency: 4 }]);
});
