import type { TableModel } from "@/app/_charts/chart-models";
import type { CallId } from "@/server/domain/identifiers";
import type { Instant } from "@/server/domain/instant";

/** A leg as a list prints it. */
interface ListedLeg {
  readonly callId: CallId;
  readonly ordinal: number;
  readonly answeredAt: Instant;
  readonly agentName: string | null;
  readonly skillGroupName: string | null;
  readonly talkMs: number | null;
  readonly holdMs: number | null;
  readonly wrapUpMs: number | null;
  /** Null while the leg has none yet. */
  readonly handleMs: number | null;
  readonly deletedAt: Instant | null;
}

interface LegListWords {
  readonly columns: Readonly<
    Record<"answered" | "agent" | "group" | "talk" | "hold" | "wrapUp" | "handle", string>
  >;
  readonly duration: (ms: number) => string;
  readonly moment: (at: Instant) => string;
  /** Marks a call that was taken out of the lists. */
  readonly deleted: string;
}

/** Single legs as rows; each opens its call. */
export function prepareLegList(legs: readonly ListedLeg[], words: LegListWords): TableModel {
  const { answered, agent, group, talk, hold, wrapUp, handle } = words.columns;
  return {
    columns: [answered, handle, talk, hold, wrapUp, agent, group],
    rows: legs.map((leg) => {
      const href = `/calls/${leg.callId}` as const;
      const duration = (ms: number | null) =>
        ms === null ? { text: "–", raw: "" } : { text: words.duration(ms), raw: ms / 1000, href };
      return {
        key: `${leg.callId} ${leg.ordinal}`,
        cells: [
          {
            text: words.moment(leg.answeredAt),
            href,
            note: leg.deletedAt === null ? null : words.deleted,
          },
          duration(leg.handleMs),
          duration(leg.talkMs),
          duration(leg.holdMs),
          duration(leg.wrapUpMs),
          { text: leg.agentName ?? "–", isWords: true },
          { text: leg.skillGroupName ?? "–", isWords: true },
        ],
      };
    }),
  };
}
