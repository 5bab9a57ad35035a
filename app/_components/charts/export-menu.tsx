"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";

const allFormats = ["csv", "svg", "png"] as const;
type Format = (typeof allFormats)[number];

interface ExportMenuProps {
  title: string;
  /** A table alone cannot be drawn. */
  formats?: readonly Format[];
}

/** The chart around it as a file. The scripts that write files are fetched when one is asked for. */
export function ExportMenu({ title, formats = allFormats }: ExportMenuProps) {
  const t = useTranslations("charts");

  async function save(format: Format, { currentTarget }: MouseEvent<HTMLButtonElement>) {
    const frame = currentTarget.closest<HTMLElement>("[data-chart-frame]");
    currentTarget.closest("details")?.removeAttribute("open");
    if (!frame) return;
    const { saveChart } = await import("@/app/_components/charts/save-chart");
    await saveChart(frame, { format, title });
  }

  return (
    <details
      className="relative noscript:hidden"
      onBlur={({ currentTarget, relatedTarget }) => {
        // Some browsers do not focus a button that is clicked: then nobody else has the focus either.
        if (relatedTarget && !currentTarget.contains(relatedTarget)) currentTarget.open = false;
      }}
      onKeyDown={({ key, currentTarget }) => {
        if (key !== "Escape") return;
        currentTarget.open = false;
        currentTarget.querySelector("summary")?.focus();
      }}
    >
      <summary
        aria-label={t("exportOf", { title })}
        title={t("export")}
        className="inline-flex size-7 list-none items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink [&::-webkit-details-marker]:hidden"
      >
        <Download aria-hidden className="size-4" />
      </summary>
      <div className="absolute top-full right-0 z-30 mt-1 grid min-w-40 rounded-lg border border-line bg-raised p-1 shadow-float">
        {formats.map((format) => (
          <button
            key={format}
            type="button"
            onClick={(event) => save(format, event)}
            className="flex h-8 items-center rounded-md px-2 text-left text-body hover:bg-hover"
          >
            {t(`as.${format}`)}
          </button>
        ))}
      </div>
    </details>
  );
}
