"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { Button } from "@/app/_components/ui/button";
import { Dialog, DialogClose } from "@/app/_components/ui/dialog";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { Notice } from "@/app/_components/ui/notice";
import { trpc } from "@/app/_trpc/client";
import { useChange } from "@/app/_trpc/use-change";
import { SkillGroupName } from "@/server/domain/skill-groups/skill-group";

const formId = "add-skill-group";
const NewGroup = z.object({ name: SkillGroupName });

export function AddSkillGroup() {
  const t = useTranslations("skillGroups");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const form = useForm<z.infer<typeof NewGroup>>({
    resolver: zodResolver(NewGroup),
    defaultValues: { name: "" },
  });
  const add = useChange((values: z.infer<typeof NewGroup>) => trpc.skillGroups.add.mutate(values), {
    faultIn: "form",
    onDone: ({ skillGroupId }) => router.push(`/skill-groups/${skillGroupId}`),
  });

  function changeOpen(next: boolean) {
    setOpen(next);
    form.reset();
    add.reset();
  }

  return (
    <Dialog
      open={open}
      onOpenChange={changeOpen}
      title={t("add.title")}
      description={t("add.description")}
      trigger={
        <Button variant="primary">
          <Plus aria-hidden />
          {t("add.open")}
        </Button>
      }
      footer={
        <>
          <DialogClose>
            <Button>{t("cancel")}</Button>
          </DialogClose>
          <Button type="submit" form={formId} variant="primary" pending={add.pending}>
            {t("add.submit")}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="grid gap-4"
        noValidate
        onSubmit={form.handleSubmit((values) => add.send(values))}
      >
        {add.fault ? <Notice tone="danger" title={add.fault} /> : null}
        <Field label={t("fields.name")} error={form.formState.errors.name && t("faults.name")}>
          <Input autoComplete="off" {...form.register("name")} />
        </Field>
      </form>
    </Dialog>
  );
}
