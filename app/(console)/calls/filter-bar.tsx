import { useTranslations } from "next-intl";
import type { FilterChoices } from "@/app/_components/filter-choices";
import { UnreadNotice } from "@/app/_components/unread-notice";
import { FilterChips } from "@/app/(console)/calls/filter-chips";
import { FilterForm } from "@/app/(console)/calls/filter-form";
import type { CallLogParams } from "@/app/(console)/calls/search-params";
import type { CallFilter } from "@/server/domain/calls/call-filter";

interface FilterBarProps {
  params: CallLogParams;
  filter: CallFilter;
  choices: FilterChoices;
  /** Fields of the address that could not be read. */
  unread: readonly string[];
}

export function FilterBar({ params, filter, choices, unread }: FilterBarProps) {
  const t = useTranslations("calls");
  return (
    <div className="grid gap-2">
      <FilterForm params={params} filter={filter} choices={choices}>
        <FilterChips params={params} choices={choices} />
      </FilterForm>
      <UnreadNotice fields={unread}>{t("unreadHint")}</UnreadNotice>
    </div>
  );
}
