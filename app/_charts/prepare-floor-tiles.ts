import {
  type AgentCell,
  type AgentColumn,
  type AgentWords,
  agentCells,
  agentColumns,
  type FiguresOf,
  notesBeneath,
} from "@/app/_charts/agent-cells";
import { agentMeasures } from "@/app/_charts/agent-differences";
import type { TileChange, TileNote } from "@/app/_charts/chart-models";
import { type ChangeWords, type FigureBeside, prepareTileChange } from "@/app/_charts/prepare-change";
import type { PrintedFigure } from "@/app/_charts/prepare-figures";
import type { AgentFigures } from "@/server/domain/metrics/agent-figures";

interface FloorSide {
  readonly figures: AgentFigures;
  readonly of: FiguresOf;
}

export interface FloorTile extends PrintedFigure {
  readonly column: AgentColumn;
  readonly change: TileChange | null;
}

/** Of these, more is worse; of the others neither. */
const worseWhenMore: ReadonlySet<AgentColumn> = new Set(["rona", "short"]);

/** All agents together, each figure with its change; `about` tells more of some. */
export function prepareFloorTiles(
  own: FloorSide,
  compared: FloorSide | null,
  words: AgentWords & ChangeWords & { readonly about: Partial<Record<AgentColumn, TileNote>> },
): FloorTile[] {
  const cells = agentCells(own.figures, own.of, words);
  const before = compared && agentCells(compared.figures, compared.of, words);
  return agentColumns.map((column) => {
    const { number, text, href } = cells[column];
    const other = before?.[column];
    const about = words.about[column];
    return {
      column,
      value: text,
      href,
      notes: [...notesBeneath(cells[column]), ...(about === undefined ? [] : [about])],
      change: prepareTileChange(
        {
          measure: agentMeasures[column],
          value: number,
          whenMore: worseWhenMore.has(column) ? "bad" : "neutral",
        },
        other ? figureBeside(column, other, words) : null,
        words,
      ),
    };
  });
}

/** What a tile is measured against, with its n; a share with its interval, where n is small. */
function figureBeside(column: AgentColumn, cell: AgentCell, words: AgentWords): FigureBeside | null {
  const { number, text, n, notes, href } = cell;
  if (number === null) return null;
  if (n === "") return { value: number, text, href };
  const interval = agentMeasures[column] === "share" ? notes.filter((note) => typeof note === "string") : [];
  return { value: number, text: words.madeOf(text, [n, ...interval].join(" · ")), href };
}
