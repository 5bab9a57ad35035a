import fc from "fast-check";
import { expect, test } from "vitest";
import { UserId } from "@/server/domain/identifiers";
import { mentionToken, partsOfNote, storedNote, typedNote } from "@/server/domain/notes/mention";
import { mentionedIn, nameMentions } from "@/server/domain/notes/mentioned-people";

const person = (digit: number) => UserId.parse(`0190000${digit}-0000-7000-8000-000000000000`);
const ann = person(1);
const annTwo = person(2);
const annSmith = person(3);

test("a stored note is taken apart into words and the people it speaks to", () => {
  expect(partsOfNote(`See ${mentionToken("Ann", ann)}, please.`)).toEqual([
    { kind: "text", text: "See " },
    { kind: "mention", userId: ann, name: "Ann" },
    { kind: "text", text: ", please." },
  ]);
});

test.each(["@[Ann](not-an-id)", "@Ann", "@[](", "a@b.example"])("%j is words, not a mention", (body) => {
  expect(partsOfNote(body)).toEqual([{ kind: "text", text: body }]);
  expect(mentionedIn(body)).toEqual([]);
});

test("a person mentioned twice is spoken to once", () => {
  expect(mentionedIn(`${mentionToken("Ann", ann)} ${mentionToken("Ann", ann)}`)).toEqual([ann]);
});

test("a mention cannot put another name on a person, nor make up a person", () => {
  const body = `${mentionToken("The boss", ann)} and ${mentionToken("Ghost", annTwo)}`;
  expect(nameMentions(body, new Map([[ann, "Ann"]]))).toBe(`${mentionToken("Ann", ann)} and @Ghost`);
});

test("namesakes, and names that begin alike, keep their own mention while a note is edited", () => {
  const body = [
    mentionToken("Ann", ann),
    mentionToken("Ann", annTwo),
    mentionToken("Ann Smith", annSmith),
  ].join(" ");
  const typed = typedNote(body);
  expect(typed.text).toBe("@Ann @Ann (2) @Ann Smith");
  expect(storedNote(typed)).toBe(body);
});

test("whatever stands around mentions, opening and closing a note gives the same note", () => {
  const piece = fc.oneof(
    fc.string({ maxLength: 12 }).map((text) => text.replaceAll("@", "")),
    fc.constantFrom(
      mentionToken("李雯", ann),
      mentionToken("Ann", annTwo),
      mentionToken("Ann", annSmith),
      mentionToken("O'Neil-Li (a|b)", ann),
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const body = pieces.join("\n");
      expect(storedNote(typedNote(body))).toBe(body);
    }),
  );
});
