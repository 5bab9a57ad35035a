"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useTellFailure } from "@/app/_components/tell-failure";
import { Button } from "@/app/_components/ui/button";
import { ProgressBar } from "@/app/_components/ui/progress-bar";
import type { RouterOutputs } from "@/app/_trpc/outputs";
import { trpcOptions } from "@/app/_trpc/query-client";
import { shareRead } from "@/app/(console)/imports/share-read";

interface ImportProgressProps {
  shown: RouterOutputs["imports"]["byId"];
  mayCancel: boolean;
}

/** How far the import is; what it says comes from the database, so a reload changes nothing about it. */
export function ImportProgress({ shown, mayCancel }: ImportProgressProps) {
  const t = useTranslations("imports");
  const format = useFormatter();
  const router = useRouter();
  const tellFailure = useTellFailure();
  const cancel = useMutation({
    ...trpcOptions.imports.cancel.mutationOptions(),
    onSuccess: () => router.refresh(),
    onError: tellFailure,
  });
  const isChecking = shown.status === "running" && shown.rowsRead === 0;
  const share = format.number(shareRead(shown), "percent");
  return (
    <section className="grid gap-3 rounded-lg border border-line bg-surface p-4">
      <ProgressBar
        label={label()}
        share={shown.status === "waiting" ? null : shareRead(shown)}
        {...(shown.status === "running" && { figure: figure() })}
      />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-caption text-muted">{t(isChecking ? "progress.checkFirst" : "progress.leave")}</p>
        {mayCancel ? (
          <Button
            pending={cancel.isPending || shown.isStopping}
            onClick={() => cancel.mutate({ importId: shown.importId })}
          >
            {t("progress.cancel")}
          </Button>
        ) : null}
      </div>
    </section>
  );

  function label() {
    if (shown.status === "waiting") return t("progress.waiting");
    if (isChecking) return t(shown.isStopping ? "progress.stoppingCheck" : "progress.checking");
    return t(shown.isStopping ? "progress.stopping" : "progress.title");
  }

  function figure() {
    return isChecking ? share : t("progress.figure", { rows: shown.rowsRead, share });
  }
}
