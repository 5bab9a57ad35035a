import { useTranslations } from "next-intl";
import type { RuleWords } from "@/app/_components/rules/rule-words";
import { cellLook, headLook, PlainTable } from "@/app/_components/ui/plain-table";
import { type PlacedNode, type RouteNode, routesPicture } from "@/app/(console)/rules/routes-picture-model";
import type { RuleSet } from "@/server/domain/routing/rule";

const BOX = { width: 132, height: 34 };
const frameLook = "overflow-x-auto rounded-lg border border-line bg-surface p-3";
const STEP = { x: 196, y: 52 };

interface RoutesPictureProps {
  ruleSet: RuleSet;
  words: RuleWords;
}

const left = ({ column }: PlacedNode) => column * STEP.x + 2;
const middle = ({ row }: PlacedNode) => row * STEP.y + BOX.height / 2 + 10;

/** From right to left, and within a column, an edge swings out so that it is not drawn across boxes. */
function path(from: PlacedNode, to: PlacedNode): string {
  const isForward = to.column > from.column;
  const start = left(from) + BOX.width;
  const end = isForward ? left(to) : left(to) + BOX.width;
  const bend = isForward ? (end - start) / 2 : 34;
  const before = isForward ? end - bend : end + bend;
  return `M${start},${middle(from)} C${start + bend},${middle(from)} ${before},${middle(to)} ${end},${middle(to)}`;
}

/** Where calls can go: entry, groups, overflow and ends, drawn and as a table. */
export function RoutesPicture({ ruleSet, words }: RoutesPictureProps) {
  const t = useTranslations("ruleEditor.picture");
  const { nodes, edges, columns, rows } = routesPicture(ruleSet);
  const placed = new Map(nodes.map((one) => [one.node.key, one]));
  const nameOf = (node: RouteNode | undefined) =>
    node?.kind === "group" ? words.group(node.skillGroupId) : t(`nodes.${node?.kind ?? "entry"}`);
  const [width, height] = [columns * STEP.x - 24, rows * STEP.y + 12];
  return (
    <section aria-labelledby="routes-picture" className="grid gap-2">
      <h2 id="routes-picture" className="text-section">
        {t("title")}
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section aria-label={t("drawn")} tabIndex={0} className={frameLook}>
        <svg
          role="img"
          aria-label={t("description")}
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
        >
          {edges.map((edge) => {
            const [from, to] = [placed.get(edge.from), placed.get(edge.to)];
            return from && to ? (
              <path
                key={`${edge.from} ${edge.to}`}
                d={path(from, to)}
                className={edge.isBroken ? "fill-none stroke-danger" : "fill-none stroke-line-strong"}
                strokeWidth={edge.isBroken ? 2 : 1.25}
                strokeDasharray={edge.causes.includes("rule") ? undefined : "4 3"}
              />
            ) : null;
          })}
          {nodes.map((one) => (
            <g key={one.node.key} transform={`translate(${left(one)} ${middle(one) - BOX.height / 2})`}>
              <rect {...BOX} rx="6" className="fill-raised stroke-line-strong" />
              <text x={BOX.width / 2} y="22" textAnchor="middle" className="fill-ink text-table">
                {shortened(nameOf(one.node))}
              </text>
            </g>
          ))}
        </svg>
      </section>
      <details>
        <summary className="text-muted text-table">{t("table")}</summary>
        <PlainTable label={t("title")}>
          <thead>
            <tr>
              {(["from", "to", "because"] as const).map((column) => (
                <th key={column} scope="col" className={headLook}>
                  {t(`${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {edges.map((edge) => (
              <tr key={`${edge.from} ${edge.to}`} className={edge.isBroken ? "text-danger" : ""}>
                <td className={cellLook}>{nameOf(placed.get(edge.from)?.node)}</td>
                <td className={cellLook}>{nameOf(placed.get(edge.to)?.node)}</td>
                <td className={cellLook}>
                  {words.either(edge.causes.map((cause) => t(`causes.${cause}`)))}
                  {edge.isBroken ? ` · ${t("broken")}` : ""}
                </td>
              </tr>
            ))}
          </tbody>
        </PlainTable>
      </details>
    </section>
  );
}

const NAME_MAX = 17;

function shortened(name: string): string {
  return name.length > NAME_MAX ? `${name.slice(0, NAME_MAX - 1)}…` : name;
}
