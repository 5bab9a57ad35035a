"use client";

import { FileUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useRefusalText } from "@/app/_components/refusal-text";
import { Button } from "@/app/_components/ui/button";
import { Dialog, DialogClose } from "@/app/_components/ui/dialog";
import { Notice } from "@/app/_components/ui/notice";
import { trpc } from "@/app/_trpc/client";
import { useChange } from "@/app/_trpc/use-change";
import { EXPORT_LENGTH_MAX } from "@/server/domain/routing/versions/lengths";

const NAME_LENGTH_MAX = 80;

async function importFile(file: File) {
  const name = file.name.replace(/\.json$/i, "").slice(0, NAME_LENGTH_MAX);
  return await trpc.rules.import.mutate({ name, text: await file.text() });
}

/** Begins a draft with an exported file and goes on to it. */
export function ImportRules() {
  const t = useTranslations("rules.import");
  const router = useRouter();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  const refusalText = useRefusalText();
  const isTooLarge = file !== null && file.size > EXPORT_LENGTH_MAX;
  const send = useChange(importFile, {
    faultIn: "form",
    onDone: ({ draftId }) => router.push(`/rules/drafts/${draftId}`),
  });
  const fault = isTooLarge ? refusalText({ reason: "rules_too_large", details: {} }) : send.fault;
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setFile(null);
        send.reset();
      }}
      title={t("title")}
      description={t("description")}
      trigger={
        <Button>
          <FileUp aria-hidden />
          {t("open")}
        </Button>
      }
      footer={
        <>
          <DialogClose>
            <Button>{t("cancel")}</Button>
          </DialogClose>
          <Button
            variant="primary"
            pending={send.pending}
            disabled={file === null || isTooLarge}
            onClick={() => file && send.send(file)}
          >
            {t("submit")}
          </Button>
        </>
      }
    >
      <div className="grid gap-1">
        <label htmlFor={id} className="text-table font-medium">
          {t("file")}
        </label>
        <input
          id={id}
          type="file"
          accept=".json,application/json"
          className="text-table file:mr-3 file:h-8 file:rounded-md file:border file:border-line file:bg-surface file:px-3 file:text-body file:text-ink"
          onChange={(event) => {
            setFile(event.target.files?.[0] ?? null);
            send.reset();
          }}
        />
      </div>
      {fault ? <Notice tone="danger" title={fault} /> : null}
    </Dialog>
  );
}
