import fc from "fast-check";
import { expect, test } from "vitest";
import { UserId } from "@/server/domain/identifiers";
import { changesAgainst, edit, noEdits, redo, undo } from "@/server/domain/skill-groups/member-edits";

const people = [1, 2, 3].map((index) => UserId.parse(`00000000-0000-4000-8000-00000000000${index}`));
const change = fc.record({
  userId: fc.constantFrom(...people),
  proficiency: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
});
const steps = fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { maxLength: 8 });

test("taking everything back leaves nothing to save, and doing it again leaves what there was", () => {
  fc.assert(
    fc.property(steps, (edits) => {
      const after = edits.reduce(edit, noEdits);
      const back = after.past.reduce(undo, after);
      expect(back.present.size).toBe(0);
      expect(after.past.reduce(redo, back)).toEqual(after);
    }),
    { seed: 150 },
  );
});

test("what is saved makes of the stored members what was seen", () => {
  fc.assert(
    fc.property(steps, fc.array(change, { maxLength: 3 }), (edits, stored) => {
      const before = new Map(stored.map(({ userId, proficiency }) => [userId, proficiency]));
      const { present } = edits.reduce(edit, noEdits);
      const written = new Map(before);
      const changes = changesAgainst(before, present);
      for (const { userId, proficiency } of changes) written.set(userId, proficiency);
      for (const userId of people) {
        const seen = present.has(userId) ? present.get(userId) : before.get(userId);
        expect(written.get(userId) ?? null).toBe(seen ?? null);
      }
      for (const { userId, proficiency } of changes) expect(before.get(userId) ?? null).not.toBe(proficiency);
    }),
    { seed: 150 },
  );
});

test("a new edit ends what could be done again, and one that says nothing new is no step", () => {
  const [userId] = people;
  if (!userId) throw new Error("there is nobody");
  const one = edit(noEdits, [{ userId, proficiency: 3 }]);
  expect(edit(one, [{ userId, proficiency: 3 }])).toBe(one);
  expect(edit(undo(one), [{ userId, proficiency: 4 }]).future).toEqual([]);
});
