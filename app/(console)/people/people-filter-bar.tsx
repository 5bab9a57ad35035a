"use client";

import { clsx } from "clsx";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef } from "react";
import { useShortcut } from "@/app/_components/shell/use-shortcut";
import { Input } from "@/app/_components/ui/input";
import { Select } from "@/app/_components/ui/select";
import { filtersOf, type PeopleParams, peopleHref } from "@/app/(console)/people/search-params";
import { PersonState } from "@/server/domain/people/person";
import { Role } from "@/server/domain/people/role";

interface PeopleFilterBarProps {
  params: PeopleParams;
  counts: Record<PersonState | "all", number>;
}

export function PeopleFilterBar({ params, counts }: PeopleFilterBarProps) {
  const t = useTranslations("people");
  const router = useRouter();
  const search = useRef<HTMLInputElement>(null);
  useShortcut("/", () => search.current?.focus());
  const filters = filtersOf(params);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    router.push(peopleHref({ ...filters, search: search.current?.value.trim() ?? "" }));
  }

  return (
    <div className="flex flex-wrap items-center gap-3">
      <nav aria-label={t("states.label")} className="flex rounded-md border border-line bg-surface p-0.5">
        {(["all", ...PersonState.options] as const).map((state) => {
          const current = (params.state ?? "all") === state;
          return (
            <Link
              key={state}
              href={peopleHref({ ...filters, state: state === "all" ? null : state })}
              aria-current={current ? "page" : undefined}
              className={clsx(
                "inline-flex h-7 items-center gap-1.5 rounded-sm px-2.5 text-table",
                current ? "bg-selected font-medium text-ink" : "text-muted hover:text-ink",
              )}
            >
              {t(`states.${state}`)}
              <span className="text-caption text-muted">{counts[state]}</span>
            </Link>
          );
        })}
      </nav>
      <Select
        aria-label={t("role")}
        value={params.role ?? ""}
        onChange={(event) =>
          router.push(peopleHref({ ...filters, role: Role.safeParse(event.target.value).data ?? null }))
        }
      >
        <option value="">{t("anyRole")}</option>
        {Role.options.map((role) => (
          <option key={role} value={role}>
            {t(`roles.${role}`)}
          </option>
        ))}
      </Select>
      <search className="ml-auto w-64">
        <form onSubmit={submit} action="/people">
          <Input
            ref={search}
            key={params.search}
            type="search"
            name="search"
            aria-label={t("search")}
            placeholder={t("search")}
            defaultValue={params.search}
          />
        </form>
      </search>
    </div>
  );
}
