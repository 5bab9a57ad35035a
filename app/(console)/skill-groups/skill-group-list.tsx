import { Boxes } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { formatDuration } from "@/app/_components/format/duration";
import { ListRow, ListTable, RowLink } from "@/app/_components/shell/list-table";
import { ButtonLink } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";
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
    <ListTable
      label={t("title")}
      columns={["name", "open", "members", "target", "longestWait", "queueMax"]}
      figures={["members", "target", "longestWait", "queueMax"]}
      nameOf={(column) => t(`columns.${column}`)}
      length={groups.length}
    >
      {groups.map((group) => (
        <SkillGroupRow key={group.skillGroupId} group={group} at={at} />
      ))}
    </ListTable>
  );
}

function SkillGroupRow({ group, at }: { group: SkillGroup; at: Instant }) {
  const t = useTranslations("skillGroups");
  const format = useFormatter();
  const { longestWaitSeconds, queueMax } = group;
  return (
    <ListRow>
      <td className="max-w-72 truncate">
        <RowLink href={`/skill-groups/${group.skillGroupId}`}>{group.name}</RowLink>
      </td>
      <td>{group.archivedAt === null ? <OpenWord hours={group.hours} at={at} /> : t("states.archived")}</td>
      <td className="text-right tabular-nums">{format.number(group.memberCount)}</td>
      <td className="whitespace-nowrap text-right tabular-nums">
        {t("target", { percent: group.serviceTargetPercent, seconds: group.serviceLevelSeconds })}
      </td>
      <td className="text-right tabular-nums">
        {longestWaitSeconds === null ? t("noLimit") : formatDuration(longestWaitSeconds * 1000)}
      </td>
      <td className="text-right tabular-nums">
        {queueMax === null ? t("noLimit") : format.number(queueMax)}
      </td>
    </ListRow>
  );
}
