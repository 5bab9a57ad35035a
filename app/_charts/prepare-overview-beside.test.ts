import { expect, test } from "vitest";
import type { Overview, OverviewSide } from "@/app/_charts/overview-figures";
import { plainWords } from "@/app/_charts/plain-words";
import { prepareGroupTable, withGroupsOfEither } from "@/app/_charts/prepare-overview-tables";
import { SkillGroupId } from "@/server/domain/identifiers";
import { emptyTally } from "@/server/domain/metrics/tally-facts";
import { visitFigures } from "@/server/domain/metrics/visit-figures";

const orders = SkillGroupId.parse("019b2b4c-0000-7000-8000-000000000001");
const words: Parameters<typeof prepareGroupTable>[1] = {
  ...plainWords,
  names: {
    ...{
      calls: "calls",
      offered: "offered",
      answered: "answered",
      abandoned: "abandoned",
      waiting: "waiting",
    },
    ...{ serviceLevel: "service level", abandonment: "abandonment", speedOfAnswer: "speed of answer" },
    ...{ waitOfAbandoned: "wait of abandoned", handleTime: "handle time" },
  },
  heads: { skillGroup: "group", figure: "figure", value: "value", share: "share", change: "change" },
  compared: "before",
  narrowHref: () => null,
  groupName: String,
};

test("a group that only the compared time had visits in is a row too, and its own side says so", () => {
  const figures = visitFigures({ ...emptyTally("visit"), offered: 7 }, 0);
  const side = (groups: OverviewSide["figures"]["groups"]): OverviewSide => ({
    records: { from: 0, until: 1, filter: {} },
    boundaries: [0, 1],
    figures: {
      ...figures,
      ...{ calls: 7, handleTime: null, answeredLegs: 0, unfinishedLegs: 0, intervals: [], waits: [], groups },
    },
  });
  const compared = side([{ ...figures, skillGroupId: orders }]);
  const overview: Overview = { own: side([]), compared, target: null, now: 0 };
  const [row] = prepareGroupTable(withGroupsOfEither(overview, false), words, 50).rows;
  const printed = row?.cells.slice(0, 8).map(({ text }) => text);
  expect(printed).toEqual([orders, "0", "0", "0", "0", "none", "0", "7"]);
});
