"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/app/_components/ui/button";
import { Dialog, DialogClose } from "@/app/_components/ui/dialog";
import { Notice } from "@/app/_components/ui/notice";
import { trpc } from "@/app/_trpc/client";
import { useChange } from "@/app/_trpc/use-change";
import { PasswordDialog } from "@/app/(console)/people/password-dialog";
import { PersonFields, PersonForm, type PersonValues } from "@/app/(console)/people/person-fields";
import type { GivenPassword } from "@/app/(console)/people/shown-password";

const formId = "add-person";

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
      <Dialog
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
          <PersonFields form={form} />
        </form>
      </Dialog>
      <PasswordDialog given={given} onClose={() => setGiven(null)} />
    </>
  );
}
