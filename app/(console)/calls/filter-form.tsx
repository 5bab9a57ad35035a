"use client";

import { useQuery } from "@tanstack/react-query";
import { ListFilter, Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { FilterChoices } from "@/app/_components/filter-choices";
import { periods } from "@/app/_components/period/period";
import { useShortcut } from "@/app/_components/shell/use-shortcut";
import { Button, buttonLook } from "@/app/_components/ui/button";
import { Input } from "@/app/_components/ui/input";
import { Select } from "@/app/_components/ui/select";
import { trpcOptions } from "@/app/_trpc/query-client";
import { FilterFields } from "@/app/(console)/calls/filter-fields";
import type { CallLogParams } from "@/app/(console)/calls/search-params";
import type { CallFilter } from "@/server/domain/calls/call-filter";

interface FilterFormProps {
  params: CallLogParams;
  filter: CallFilter;
  choices: FilterChoices;
  /** The filters that are on. */
  children: ReactNode;
}

/** A form that a browser can send by itself; with JavaScript its empty fields stay out of the address. */
export function FilterForm({ params, filter, choices, children }: FilterFormProps) {
  const t = useTranslations("calls");
  const router = useRouter();
  const search = useRef<HTMLInputElement>(null);
  const panel = useRef<HTMLDetailsElement>(null);
  const [opened, setOpened] = useState(false);
  // Counted when somebody looks. The records behind a figure are not calls, and have no such counts.
  const spread = useQuery({
    ...trpcOptions.calls.spread.queryOptions({ filter }),
    enabled: opened && params.cohort === null,
  });
  useShortcut("/", () => search.current?.focus());
  useEffect(() => {
    function closeFromOutside({ target }: PointerEvent) {
      if (target instanceof Node && !panel.current?.contains(target)) panel.current?.removeAttribute("open");
    }
    document.addEventListener("pointerdown", closeFromOutside);
    return () => document.removeEventListener("pointerdown", closeFromOutside);
  }, []);

  function closeByKey({ key }: KeyboardEvent) {
    if (key !== "Escape" || !panel.current?.open) return;
    panel.current.removeAttribute("open");
    panel.current.querySelector("summary")?.focus();
  }

  function apply(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = [...new FormData(event.currentTarget)].filter(
      ([, value]) => value !== "" && value !== "all",
    );
    const query = new URLSearchParams(fields.map(([name, value]) => [name, String(value)]));
    panel.current?.removeAttribute("open");
    router.push(`/calls?${query}`);
  }

  const custom = params.from !== null || params.to !== null;
  // A figure says itself of which time it is.
  const hasOwnPeriod = params.cohort !== null && params.period === "all" && !custom;
  return (
    // The key gives the fields their new defaults when the address changes by other ways, such as a chip.
    <form
      key={JSON.stringify(params)}
      action="/calls"
      onSubmit={apply}
      className="relative flex flex-wrap items-center gap-2"
    >
      {hasOwnPeriod ? null : (
        <Select
          name="period"
          aria-label={t("fields.period")}
          defaultValue={custom ? "custom" : params.period}
          onChange={({ currentTarget: { value, form } }) => {
            if (value === "custom" || !form) return;
            // Days that were chosen before would win over the period.
            for (const name of ["from", "to"]) {
              const field = form.elements.namedItem(name);
              if (field instanceof HTMLInputElement) field.value = "";
            }
            form.requestSubmit();
          }}
        >
          {custom ? <option value="custom">{t("periods.custom")}</option> : null}
          {periods.map((period) => (
            <option key={period} value={period}>
              {t(`periods.${period}`)}
            </option>
          ))}
        </Select>
      )}
      {children}
      <details ref={panel} onKeyDown={closeByKey} onToggle={(event) => setOpened(event.currentTarget.open)}>
        <summary className={buttonLook({}, "list-none [&::-webkit-details-marker]:hidden")}>
          <ListFilter aria-hidden className="size-4" />
          {t("filter")}
        </summary>
        <div className="absolute top-full left-0 z-30 mt-1 grid max-h-[calc(100dvh-9rem)] w-full max-w-4xl overflow-y-auto gap-4 rounded-lg border border-line bg-raised p-4 shadow-float">
          <FilterFields params={params} choices={choices} spread={spread.data} />
          <div className="sticky -bottom-4 -mx-4 -mb-4 flex justify-end border-t border-line bg-raised px-4 py-3">
            <Button type="submit" variant="primary">
              {t("apply")}
            </Button>
          </div>
        </div>
      </details>
      {params.cohort ? <input type="hidden" name="cohort" value={JSON.stringify(params.cohort)} /> : null}
      {params.text ? <input type="hidden" name="text" value={params.text} /> : null}
      {params.sort === "start" ? null : <input type="hidden" name="sort" value={params.sort} />}
      {params.order === "descending" ? null : <input type="hidden" name="order" value={params.order} />}
      {params.columns ? <input type="hidden" name="columns" value={params.columns.join(",")} /> : null}
      <span className="relative ml-auto inline-flex w-72">
        <Search aria-hidden className="pointer-events-none absolute top-2 left-2 size-4 text-faint" />
        <Input
          ref={search}
          type="search"
          name="q"
          aria-label={t("search")}
          placeholder={t("search")}
          className="pl-8"
          maxLength={200}
        />
      </span>
    </form>
  );
}
