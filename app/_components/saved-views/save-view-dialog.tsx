"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useId } from "react";
import { useTellFailure } from "@/app/_components/tell-failure";
import { Button } from "@/app/_components/ui/button";
import { Checkbox } from "@/app/_components/ui/checkbox";
import { Dialog, DialogClose } from "@/app/_components/ui/dialog";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { toast } from "@/app/_components/ui/toast";
import { trpcOptions } from "@/app/_trpc/query-client";
import type { SavedViewPage } from "@/server/domain/saved-views/saved-view";

interface SaveViewDialogProps {
  page: SavedViewPage;
  query: string;
  mayShare: boolean;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function SaveViewDialog({ page, query, mayShare, open, onOpenChange }: SaveViewDialogProps) {
  const t = useTranslations("views");
  const router = useRouter();
  const tellFailure = useTellFailure();
  const formId = useId();
  const save = useMutation(
    trpcOptions.savedViews.save.mutationOptions({
      onSuccess: (_, { name }) => {
        onOpenChange(false);
        toast({ title: t("saved", { name }) });
        router.refresh();
      },
      onError: tellFailure,
    }),
  );

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    save.mutate({ page, name: String(fields.get("name")), query, shared: fields.has("shared") });
  }

  return (
    <Dialog
      title={t("save")}
      description={t("saveHint")}
      open={open}
      onOpenChange={onOpenChange}
      footer={
        <>
          <DialogClose>
            <Button>{t("cancel")}</Button>
          </DialogClose>
          <Button variant="primary" type="submit" form={formId} pending={save.isPending}>
            {t("confirm")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="grid gap-3">
        <Field label={t("name")}>
          <Input name="name" required maxLength={80} autoComplete="off" />
        </Field>
        {mayShare ? <Checkbox name="shared" label={t("share")} /> : null}
      </form>
    </Dialog>
  );
}
