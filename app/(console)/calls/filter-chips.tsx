import { X } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { type FilterChoices, provinceIn } from "@/app/_components/filter-choices";
import { formatDuration } from "@/app/_components/format/duration";
import { CohortChip } from "@/app/(console)/calls/cohort-chip";
import { type CallLogParams, callLogHref, firstPage } from "@/app/(console)/calls/search-params";

interface Chip {
  readonly name: string;
  readonly value: string;
  /** The address without this filter. */
  readonly without: Partial<CallLogParams>;
}

/** Every filter that is on, each with a way to take it off. */
export function FilterChips({ params, choices }: { params: CallLogParams; choices: FilterChoices }) {
  const t = useTranslations("calls");
  const chips = useChips(params, choices);
  if (chips.length === 0 && !params.cohort) return null;
  return (
    <ul aria-label={t("filtersOn")} className="contents">
      {params.cohort ? <CohortChip cohort={params.cohort} params={params} choices={choices} /> : null}
      {chips.map((chip) => (
        <li
          key={chip.name}
          className="inline-flex h-8 max-w-80 items-center rounded-md border border-line bg-selected pl-2.5 text-table"
        >
          <span className="truncate">
            <span className="text-muted">{chip.name}</span> {chip.value}
          </span>
          <Link
            href={callLogHref({ ...params, ...firstPage, ...chip.without })}
            aria-label={t("removeFilter", { name: chip.name })}
            className="ml-1 inline-flex size-7 items-center justify-center rounded-md text-muted hover:text-ink"
          >
            <X aria-hidden className="size-3.5" />
          </Link>
        </li>
      ))}
      <li>
        <Link
          href="/calls"
          className="inline-flex h-8 items-center rounded-md px-2 text-table text-accent hover:underline"
        >
          {t("clearFilters")}
        </Link>
      </li>
    </ul>
  );
}

function useChips(params: CallLogParams, choices: FilterChoices): Chip[] {
  const t = useTranslations("calls");
  const format = useFormatter();
  const inRow = (words: readonly string[]) => format.list(words, "row");
  const names = (ids: readonly string[], list: readonly { id: string; name: string }[]) =>
    inRow(ids.map((id) => list.find((one) => one.id === id)?.name ?? t("unknown")));
  const chips: (Chip | null)[] = [
    params.direction && {
      name: t("fields.direction"),
      value: t(`directions.${params.direction}`),
      without: { direction: null },
    },
    some(params.outcome, {
      name: t("fields.outcome"),
      value: inRow(params.outcome.map((one) => t(`outcomes.${one}`))),
      without: { outcome: [] },
    }),
    some(params.group, {
      name: t("fields.group"),
      value: names(
        params.group,
        choices.skillGroups.map((one) => ({ id: one.skillGroupId, name: one.name })),
      ),
      without: { group: [] },
    }),
    some(params.agent, {
      name: t("fields.agent"),
      value: names(
        params.agent,
        choices.agents.map((one) => ({ id: one.userId, name: one.name })),
      ),
      without: { agent: [] },
    }),
    some(params.province, {
      name: t("fields.province"),
      value: inRow(params.province.map(provinceIn(choices))),
      without: { province: [] },
    }),
    some(params.verification, {
      name: t("fields.verification"),
      value: inRow(params.verification.map((one) => t(`verifications.${one}`))),
      without: { verification: [] },
    }),
    params.phone ? { name: t("fields.phone"), value: `…${params.phone}`, without: { phone: null } } : null,
    params.name ? { name: t("fields.name"), value: `“${params.name}”`, without: { name: null } } : null,
    params.note ? { name: t("fields.note"), value: `“${params.note}”`, without: { note: null } } : null,
    params.text ? { name: t("fields.text"), value: `“${params.text}”`, without: { text: null } } : null,
    range(t("columns.wait"), [params.waitMin, params.waitMax], { waitMin: null, waitMax: null }),
    range(t("columns.talk"), [params.talkMin, params.talkMax], { talkMin: null, talkMax: null }),
    range(t("columns.handle"), [params.handleMin, params.handleMax], { handleMin: null, handleMax: null }),
    params.notes && {
      name: t("columns.notes"),
      value: t(`hasNotes.${params.notes}`),
      without: { notes: null },
    },
    params.deleted && {
      name: t("fields.deleted"),
      value: t(`deletedRecords.${params.deleted}`),
      without: { deleted: null },
    },
  ];
  return chips.filter((chip) => chip !== null);
}

function some(values: readonly unknown[], chip: Chip): Chip | null {
  return values.length > 0 ? chip : null;
}

function range(
  name: string,
  [min, max]: readonly [number | null, number | null],
  without: Chip["without"],
): Chip | null {
  if (min === null && max === null) return null;
  if (min === null) return { name, value: `≤ ${formatDuration(max ?? 0)}`, without };
  return {
    name,
    value: max === null ? `≥ ${formatDuration(min)}` : `${formatDuration(min)}–${formatDuration(max)}`,
    without,
  };
}
