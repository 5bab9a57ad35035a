"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTimeZone, useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { FormDialog } from "@/app/_components/ui/form-dialog";
import { Input } from "@/app/_components/ui/input";
import { Select } from "@/app/_components/ui/select";
import { trpc } from "@/app/_trpc/client";
import { useChange } from "@/app/_trpc/use-change";
import { DraftName } from "@/server/domain/routing/versions/draft";

const NewDraftForm = z.object({ name: DraftName, from: z.enum(["live", "nothing"]) });
type NewDraftValues = z.infer<typeof NewDraftForm>;

/** Begins a draft and goes on to it. */
export function NewDraft({ liveNumber }: { liveNumber: number | null }) {
  const t = useTranslations("rules.newDraft");
  const router = useRouter();
  const timeZone = useTimeZone() ?? "UTC";
  const [open, setOpen] = useState(false);
  const form = useForm<NewDraftValues>({
    resolver: zodResolver(NewDraftForm),
    defaultValues: { name: "", from: liveNumber === null ? "nothing" : "live" },
  });
  const begin = useChange(
    ({ name, from }: NewDraftValues) =>
      trpc.rules.beginDraft.mutate({ name, from: from === "live" ? "live" : null, timeZone }),
    { faultIn: "form", onDone: ({ draftId }) => router.push(`/rules/drafts/${draftId}`) },
  );
  return (
    <FormDialog
      open={open}
      onOpenChange={setOpen}
      title={t("title")}
      description={t("description")}
      trigger={
        <Button variant="primary">
          <Plus aria-hidden />
          {t("open")}
        </Button>
      }
      submitLabel={t("submit")}
      change={begin}
      onSubmit={form.handleSubmit((values) => begin.send(values))}
    >
      <Field label={t("name")} error={form.formState.errors.name && t("nameMissing")}>
        <Input autoComplete="off" maxLength={80} {...form.register("name")} />
      </Field>
      <Field label={t("from")}>
        <Select {...form.register("from")}>
          {liveNumber === null ? null : <option value="live">{t("fromLive", { number: liveNumber })}</option>}
          <option value="nothing">{t("fromNothing")}</option>
        </Select>
      </Field>
    </FormDialog>
  );
}
