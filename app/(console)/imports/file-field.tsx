"use client";

import { clsx } from "clsx";
import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { type DragEvent, useId, useState } from "react";
import { useFileSize } from "@/app/(console)/imports/use-file-size";

interface FileFieldProps {
  file: File | null;
  /** What to do here while there is no file. */
  prompt: string;
  onChoose: (file: File) => void;
}

/** Takes a file that is dropped on it or chosen; the whole area is the button. */
export function FileField({ file, prompt, onChoose }: FileFieldProps) {
  const t = useTranslations("imports");
  const size = useFileSize();
  const id = useId();
  const [isOver, setIsOver] = useState(false);

  function drop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped) onChoose(dropped);
  }

  return (
    <div className="grid gap-1">
      <span className="text-table font-medium text-ink">{t("form.file")}</span>
      <label
        htmlFor={id}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
        className={clsx(
          "grid cursor-pointer justify-items-center gap-2 rounded-lg border border-dashed px-4 py-8 text-body",
          "focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent",
          isOver ? "border-accent bg-hover" : "border-line-strong bg-surface hover:bg-hover",
        )}
      >
        <FileUp aria-hidden className="size-6 text-faint" />
        {file ? (
          <span className="font-medium">{t("form.chosen", { name: file.name, size: size(file.size) })}</span>
        ) : (
          <span>{prompt}</span>
        )}
        {file ? <span className="text-caption text-muted">{t("form.change")}</span> : null}
        <input
          id={id}
          type="file"
          className="sr-only"
          onChange={(event) => {
            const [chosen] = event.target.files ?? [];
            if (chosen) onChoose(chosen);
          }}
        />
      </label>
    </div>
  );
}
