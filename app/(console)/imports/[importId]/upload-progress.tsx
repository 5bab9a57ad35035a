"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRefusalText } from "@/app/_components/refusal-text";
import { useTellFailure } from "@/app/_components/tell-failure";
import { Button } from "@/app/_components/ui/button";
import { Notice } from "@/app/_components/ui/notice";
import { ProgressBar } from "@/app/_components/ui/progress-bar";
import type { RouterOutputs } from "@/app/_trpc/outputs";
import { trpcOptions } from "@/app/_trpc/query-client";
import { FileField } from "@/app/(console)/imports/file-field";
import { startUpload, stopUpload, useRunningUpload } from "@/app/(console)/imports/running-uploads";
import { shareRead } from "@/app/(console)/imports/share-read";
import { proveSameFile } from "@/app/(console)/imports/upload-requests";
import { useFileSize } from "@/app/(console)/imports/use-file-size";

interface UploadProgressProps {
  shown: RouterOutputs["imports"]["byId"];
  mayRun: boolean;
}

/** How much of a file has arrived, told by the tab that sends it or else by the server; and the way to go on. */
export function UploadProgress({ shown, mayRun }: UploadProgressProps) {
  const t = useTranslations("imports");
  const size = useFileSize();
  const textOf = useRefusalText();
  const router = useRouter();
  const tellFailure = useTellFailure();
  const { importId, fileName, fileBytes } = shown;
  const upload = useRunningUpload(importId);
  const cancel = useMutation({
    ...trpcOptions.imports.cancel.mutationOptions(),
    onSuccess: () => router.refresh(),
    onError: tellFailure,
  });
  const bytesRead = Math.max(shown.bytesRead, upload?.sentBytes ?? 0);
  const { halt } = upload ?? {};
  return (
    <section className="grid gap-4 rounded-lg border border-line bg-surface p-4">
      <ProgressBar
        label={t(upload && !halt ? "upload.title" : "upload.paused", { name: fileName })}
        share={shareRead({ bytesRead, fileBytes })}
        figure={t("upload.figure", { sent: size(bytesRead), total: size(fileBytes) })}
      />
      {upload && halt ? (
        <Notice
          tone="warning"
          title={halt === "connection" ? t("upload.noConnection") : textOf(halt)}
          actions={
            <Button size="sm" onClick={() => startUpload(importId, upload.file, shown.bytesRead)}>
              {t("upload.again")}
            </Button>
          }
        />
      ) : null}
      {mayRun && !upload ? <ChooseAgain shown={shown} /> : null}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-caption text-muted">{t(upload ? "upload.stay" : "upload.kept")}</p>
        {mayRun ? (
          <Button
            pending={cancel.isPending}
            onClick={() => {
              stopUpload(importId);
              cancel.mutate({ importId });
            }}
          >
            {t("upload.cancel")}
          </Button>
        ) : null}
      </div>
    </section>
  );
}

/** A browser cannot open a file again by itself: somebody has to choose it once more. */
function ChooseAgain({ shown: { importId, fileName, bytesRead } }: Pick<UploadProgressProps, "shown">) {
  const t = useTranslations("imports");
  const size = useFileSize();
  const textOf = useRefusalText();
  const [fault, setFault] = useState<string | null>(null);

  async function goOn(file: File) {
    try {
      const proof = await proveSameFile(importId, file, bytesRead);
      setFault(proof.ok ? null : textOf(proof));
      if (proof.ok) await startUpload(importId, file, proof.value.receivedBytes);
    } catch {
      setFault(t("upload.noConnection"));
    }
  }

  return (
    <>
      <FileField
        file={null}
        prompt={t("upload.choose", { name: fileName, received: size(bytesRead) })}
        onChoose={goOn}
      />
      {fault ? <Notice tone="danger" title={fault} /> : null}
    </>
  );
}
