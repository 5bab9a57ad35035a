"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { FormDialog } from "@/app/_components/ui/form-dialog";
import { Input } from "@/app/_components/ui/input";
import { trpc } from "@/app/_trpc/client";
import { useChange } from "@/app/_trpc/use-change";
import { SkillGroupName } from "@/server/domain/skill-groups/skill-group";

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
    <FormDialog
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
      submitLabel={t("add.submit")}
      change={add}
      onSubmit={form.handleSubmit((values) => add.send(values))}
    >
      <Field label={t("fields.name")} error={form.formState.errors.name && t("faults.name")}>
        <Input autoComplete="off" {...form.register("name")} />
      </Field>
    </FormDialog>
  );
}
