import { agentCells } from "@/app/_charts/agent-cells";
import type { FigureRecords } from "@/app/_charts/figure-records";
import { prepareFloorTiles } from "@/app/_charts/prepare-floor-tiles";
import { prepareGroupWaits } from "@/app/_charts/prepare-group-waits";
import { prepareHandleFunnel } from "@/app/_charts/prepare-handle-funnel";
import { prepareHangUps, prepareIvrTable } from "@/app/_charts/prepare-ivr";
import { prepareIvrTiles } from "@/app/_charts/prepare-ivr-tiles";
import { prepareOverflowTable } from "@/app/_charts/prepare-overflow";
import { preparePatience } from "@/app/_charts/prepare-patience";
import { prepareReconciliation } from "@/app/_charts/prepare-reconciliation";
import { prepareWaitDistributions } from "@/app/_charts/prepare-wait-distributions";
import { prepareWaitTiles } from "@/app/_charts/prepare-wait-tiles";
import type { Dimension } from "@/server/domain/metrics/dimension";
import type { Dashboards, Look, PageLinks } from "@/server/testing/printed-dashboards";
import {
  linksOfAgent,
  linksOfBooks,
  linksOfCurve,
  linksOfHistogram,
  linksOfTable,
  linksOfTile,
  readableWords,
} from "@/server/testing/printed-links";

const words = {
  ...readableWords,
  against: (figure: string) => `from ${figure}`,
  notKnown: "not known",
  timeOfLegs: (count: number) => `${count} legs`,
  unfinished: (count: number) => `${count} unfinished`,
};
/** Where only that something is said matters, and not what. */
const text = (...said: readonly unknown[]) => said.join(" ");

export async function agentsLinks(api: Dashboards, { dashboard }: Look): Promise<PageLinks> {
  const { from, until, filter, compare } = dashboard;
  const read = await api.agents.figures({
    ...{ from, until, filter },
    compare: compare && {
      ...{ from: compare.from, until: compare.until, filter: compare.filter },
      areAgents: compare.with === "agents",
    },
  });
  const { floor, compared, spread, visits } = read;
  type Named = Pick<(typeof read.agents)[number], "agentId" | "figures">;
  const shown = (records: typeof dashboard | NonNullable<typeof compare>) => (agent: Named) => {
    const of = { ...records, filter: { ...records.filter, agentIds: [agent.agentId] } };
    const { agentId, figures } = agent;
    return { agentId, figures, name: "agent", cells: agentCells(figures, of, words) };
  };
  const agents = read.agents.map(shown(dashboard));
  const beside = compare && read.beside ? read.beside.map(shown(compare)) : [];
  const funnel =
    spread &&
    prepareHandleFunnel({
      agents: agents.map(({ figures, cells, ...agent }) => ({
        ...agent,
        handle: figures.handle,
        href: cells.handle.href,
        before: null,
      })),
      spread,
      words: {
        ...words,
        standing: text,
        names: {
          compared: null,
          count: "n",
          value: "mean",
          limit95: "95 %",
          limit998: "99.8 %",
          beyond95: "outside 95 %",
          beyond998: "outside 99.8 %",
          meanOfAll: "all",
        },
        heads: { name: "agent", standing: "standing" },
      },
    });
  return {
    tiles: prepareFloorTiles(
      { figures: floor, of: dashboard },
      compare && compared && { figures: compared, of: compare },
      { ...words, about: {} },
    ).flatMap(linksOfTile),
    books: linksOfBooks(prepareReconciliation(visits, dashboard, words)),
    agents: agents.flatMap(({ cells }) => linksOfAgent(cells)),
    beside: beside.flatMap(({ cells }) => linksOfAgent(cells)),
    funnel: funnel ? linksOfTable(funnel.table) : [],
  };
}

export async function waitingLinks(api: Dashboards, { dashboard }: Look): Promise<PageLinks> {
  const { own, compared } = await api.waiting.figures(dashboard);
  const paths = await api.waiting.overflowPaths(dashboard);
  const { compare, now } = dashboard;
  const { answered, abandoned } = prepareWaitDistributions({
    visits: dashboard,
    waits: own,
    figures: { answered: own.speedOfAnswer, abandoned: own.waitOfAbandoned },
    ...{ axis: "linear", words, printSpan: text },
    compared: compare && compared && { name: "beside", visits: compare, waits: compared },
    columns: ["wait", "n", "share", "cumulative"],
  });
  const side = (name: string, visits: FigureRecords, { patience: steps, waits }: typeof own) =>
    ({ name, visits, now, steps, waits }) as const;
  const { curve, curveTable } = preparePatience(
    [side("own", dashboard, own), ...(compare && compared ? [side("beside", compare, compared)] : [])],
    {
      ...{ ...words, after: "after", lost: "lost", notReached: "not reached", from: text },
      ...{ shareLeft: "share", left: "left", leftOf: (count: string) => `${count} left` },
    },
  );
  const offered = new Map(own.groups.map((group) => [group.skillGroupId, group.offered]));
  return {
    tiles: Object.values(
      prepareWaitTiles(
        { figures: own, visits: dashboard },
        compare && compared && { figures: compared, visits: compare },
        words,
      ),
    ).flatMap(linksOfTile),
    books: linksOfBooks(prepareReconciliation(own.counts, dashboard, words)),
    bars: [answered, abandoned].flatMap(({ model }) => linksOfHistogram(model)),
    curve: linksOfCurve(curve),
    curveTable: linksOfTable(curveTable),
    groups: linksOfTable(
      prepareGroupWaits(
        {
          own: { visits: dashboard, groups: own.groups },
          compared: compare && compared && { visits: compare, groups: compared.groups },
          areOtherGroups: compare?.with === "groups",
        },
        {
          ...{ ...words, group: "group", longest: "longest", nameOf: String, narrowHref: () => null },
          ...{ answered: "answered", abandoned: "abandoned" },
        },
      ),
    ),
    overflow: linksOfTable(
      prepareOverflowTable(
        { paths, visits: dashboard, nameOf: text, offeredOf: (id) => offered.get(id) ?? 0 },
        {
          ...{ ...words, path: "path", visits: "visits", shareOfGroup: "share" },
          ...{ groupVisits: "offered", wait: "wait", letGo: "let go" },
        },
      ),
    ),
  };
}

export async function ivrLinks(api: Dashboards, { dashboard }: Look): Promise<PageLinks> {
  const read = await api.ivr.figures({ ...dashboard, allRows: true });
  const { own, compared, visits, tracks, nodes, verifications } = read;
  const { compare } = dashboard;
  const shared = {
    ...{ calls: dashboard, nameOf: () => "name", inIvr: own.inIvr },
    compared: compare && { name: "beside", calls: compare },
  };
  const heads = { row: "row", share: "share", left: "left", answered: "answered" };
  const table = (rows: typeof tracks.rows, by: Dimension) =>
    linksOfTable(prepareIvrTable({ ...shared, rows, by }, heads, words));
  const hangUpHeads = { row: "row", hungUp: "hung up", share: "share", reached: "reached" };
  return {
    tiles: Object.values(
      prepareIvrTiles(
        { figures: own, calls: dashboard },
        compare && compared && { figures: compared, calls: compare },
        words,
      ),
    ).flatMap(linksOfTile),
    books: linksOfBooks(prepareReconciliation(visits, dashboard, words)),
    tracks: table(tracks.rows, "path"),
    verifications: table(verifications, "verification"),
    hangUps: linksOfTable(prepareHangUps({ ...shared, rows: nodes }, hangUpHeads, words)),
  };
}
