import { Boxes } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { formatDuration } from "@/app/_components/format/duration";
import { WalkedList } from "@/app/_components/shell/walked-list";
import { ButtonLink } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { TableFrame } from "@/app/_components/ui/table-frame";
import type { RouterOutputs } from "@/app/_trpc/outputs";
import { OpenWord } from "@/app/(console)/skill-groups/open-word";
import { skillGroupsHref } from "@/app/(console)/skill-groups/search-params";
import type { Instant } from "@/server/domain/instant";
import type { SkillGroupState } from "@/server/domain/skill-groups/skill-group";

type SkillGroup = RouterOutputs["skillGroups"]["list"]["groups"][number];

interface SkillGroupListProps {
  groups: readonly SkillGroup[];
  state: SkillGroupState;
  at: Instant;
}

const columns = ["name", "open", "members", "target", "longestWait", "queueMax"] as const;
const figures: readonly string[] = ["members", "target", "longestWait", "queueMax"];

export function SkillGroupList({ groups, state, at }: SkillGroupListProps) {
  const t = useTranslations("skillGroups");
  if (groups.length === 0) {
    return (
      <EmptyState
        icon={<Boxes />}
        title={t(`empty.${state}.title`)}
        actions={
          state === "archived" ? (
            <ButtonLink href={skillGroupsHref("active")}>{t("empty.back")}</ButtonLink>
          ) : null
        }
      >
        {t(`empty.${state}.text`)}
      </EmptyState>
    );
  }
  return (
    <WalkedList length={groups.length}>
      <TableFrame label={t("title")}>
        <table className="w-full border-collapse text-table">
          <thead>
            <tr className="h-9 border-b border-line text-left text-muted">
              {columns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  className={`whitespace-nowrap px-3 font-medium first:pl-4 last:pr-4 ${figures.includes(column) ? "text-right" : ""}`}
                >
                  {t(`columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <SkillGroupRow key={group.skillGroupId} group={group} at={at} />
            ))}
          </tbody>
        </table>
      </TableFrame>
    </WalkedList>
  );
}

function SkillGroupRow({ group, at }: { group: SkillGroup; at: Instant }) {
  const t = useTranslations("skillGroups");
  const format = useFormatter();
  const { longestWaitSeconds, queueMax } = group;
  return (
    <tr
      data-row
      className="relative h-9 border-b border-line last:border-b-0 hover:bg-hover has-focus-visible:bg-selected [&>td]:px-3"
    >
      <td className="max-w-72 truncate pl-4!">
        <Link
          href={`/skill-groups/${group.skillGroupId}`}
          className="font-medium after:absolute after:inset-0 hover:underline"
        >
          {group.name}
        </Link>
      </td>
      <td>{group.archivedAt === null ? <OpenWord hours={group.hours} at={at} /> : t("states.archived")}</td>
      <td className="text-right tabular-nums">{format.number(group.memberCount)}</td>
      <td className="whitespace-nowrap text-right tabular-nums">
        {t("target", { percent: group.serviceTargetPercent, seconds: group.serviceLevelSeconds })}
      </td>
      <td className="text-right tabular-nums">
        {longestWaitSeconds === null ? t("noLimit") : formatDuration(longestWaitSeconds * 1000)}
      </td>
      <td className="pr-4! text-right tabular-nums">
        {queueMax === null ? t("noLimit") : format.number(queueMax)}
      </td>
    </tr>
  );
}
