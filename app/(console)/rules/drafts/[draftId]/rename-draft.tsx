"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { Field } from "@/app/_components/ui/field";
import { FormDialog } from "@/app/_components/ui/form-dialog";
import { IconButton } from "@/app/_components/ui/icon-button";
import { Input } from "@/app/_components/ui/input";
import { trpc } from "@/app/_trpc/client";
import { useChange } from "@/app/_trpc/use-change";
import { type DraftId, DraftName } from "@/server/domain/routing/versions/draft";

const RenameForm = z.object({ name: DraftName });
type RenameValues = z.infer<typeof RenameForm>;

/** Gives a draft another name. */
export function RenameDraft({ draft: { draftId, name } }: { draft: { draftId: DraftId; name: string } }) {
  const t = useTranslations("ruleEditor.rename");
  const [open, setOpen] = useState(false);
  const form = useForm<RenameValues>({ resolver: zodResolver(RenameForm), values: { name } });
  const change = useChange((values: RenameValues) => trpc.rules.renameDraft.mutate({ draftId, ...values }), {
    faultIn: "form",
    onDone: () => setOpen(false),
  });
  return (
    <FormDialog
      open={open}
      onOpenChange={(next) => {
        form.reset();
        change.reset();
        setOpen(next);
      }}
      title={t("title")}
      trigger={
        <IconButton label={t("title")}>
          <Pencil aria-hidden />
        </IconButton>
      }
      submitLabel={t("submit")}
      change={change}
      onSubmit={form.handleSubmit((values) => change.send(values))}
    >
      <Field label={t("name")} error={form.formState.errors.name && t("nameMissing")}>
        <Input autoComplete="off" maxLength={80} {...form.register("name")} />
      </Field>
    </FormDialog>
  );
}
