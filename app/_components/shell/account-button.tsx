import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import type { Viewer } from "@/server/domain/people/viewer";

/** Who is signed in, and the way to what is theirs. */
export function AccountButton({ viewer, ...rest }: ComponentProps<"button"> & { viewer: Viewer }) {
  const t = useTranslations("shell");
  return (
    <button
      {...rest}
      type="button"
      className="flex h-10 w-full items-center gap-2.5 rounded-md px-1.5 text-left hover:bg-hover"
      aria-label={t("account", { name: viewer.name })}
    >
      <span
        aria-hidden
        className="inline-flex size-7 shrink-0 items-center justify-center rounded-full bg-selected text-caption font-semibold text-accent"
      >
        {[...viewer.name].slice(0, 1).join("").toUpperCase()}
      </span>
      <span className="grid min-w-0 folded:hidden">
        <span className="truncate text-table font-medium">{viewer.name}</span>
        <span className="text-caption text-muted">{t(`roles.${viewer.role}`)}</span>
      </span>
    </button>
  );
}
