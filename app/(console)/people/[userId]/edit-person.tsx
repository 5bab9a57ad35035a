"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/app/_components/ui/button";
import { FormDialog } from "@/app/_components/ui/form-dialog";
import { toast } from "@/app/_components/ui/toast";
import { trpc } from "@/app/_trpc/client";
import { useChange } from "@/app/_trpc/use-change";
import type { ShownPerson } from "@/app/(console)/people/[userId]/shown-person";
import {
  PersonFields,
  PersonForm,
  type PersonValues,
  RecordedPersonForm,
} from "@/app/(console)/people/person-fields";

export function EditPerson({ person }: { person: ShownPerson }) {
  const t = useTranslations("people");
  const [open, setOpen] = useState(false);
  const { userId, name, email, role } = person;
  const form = useForm<PersonValues>({
    resolver: zodResolver(email === null ? RecordedPersonForm : PersonForm),
    values: { name, email: email ?? "", role },
  });
  const change = useChange(
    (values: PersonValues) => trpc.people.change.mutate({ ...values, userId, email: values.email || null }),
    {
      faultIn: "form",
      onDone() {
        setOpen(false);
        toast({ title: t("edit.saved") });
      },
    },
  );

  function changeOpen(next: boolean) {
    setOpen(next);
    form.reset();
    change.reset();
  }

  return (
    <FormDialog
      open={open}
      onOpenChange={changeOpen}
      title={t("edit.title", { name })}
      trigger={<Button>{t("edit.open")}</Button>}
      submitLabel={t("edit.submit")}
      change={change}
      onSubmit={form.handleSubmit((values) => change.send(values))}
    >
      <PersonFields form={form} />
    </FormDialog>
  );
}
