"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/app/_components/ui/button";
import { FormDialog } from "@/app/_components/ui/form-dialog";
import { trpc } from "@/app/_trpc/client";
import { useChange } from "@/app/_trpc/use-change";
import { PasswordDialog } from "@/app/(console)/people/password-dialog";
import { PersonFields, PersonForm, type PersonValues } from "@/app/(console)/people/person-fields";
import type { GivenPassword } from "@/app/(console)/people/shown-password";

export function AddPerson() {
  const t = useTranslations("people");
  const [open, setOpen] = useState(false);
  const [given, setGiven] = useState<GivenPassword | null>(null);
  const form = useForm<PersonValues>({
    resolver: zodResolver(PersonForm),
    defaultValues: { name: "", email: "", role: "agent" },
  });
  const add = useChange((values: PersonValues) => trpc.people.add.mutate(values), {
    faultIn: "form",
    onDone({ password }) {
      setGiven({ name: form.getValues("name"), password });
      changeOpen(false);
    },
  });

  function changeOpen(next: boolean) {
    setOpen(next);
    form.reset();
    add.reset();
  }

  return (
    <>
      <FormDialog
        open={open}
        onOpenChange={changeOpen}
        title={t("add.title")}
        description={t("add.description")}
        trigger={
          <Button variant="primary">
            <UserPlus aria-hidden />
            {t("add.open")}
          </Button>
        }
        submitLabel={t("add.submit")}
        change={add}
        onSubmit={form.handleSubmit((values) => add.send(values))}
      >
        <PersonFields form={form} />
      </FormDialog>
      <PasswordDialog given={given} onClose={() => setGiven(null)} />
    </>
  );
}
