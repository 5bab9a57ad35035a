"use client";

import { zodResolver } from "@hookform/resolvers/zod";
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
import type { PasswordActionProps } from "@/app/(console)/people/[userId]/shown-person";
import { Email } from "@/server/domain/people/email";

const SignIn = z.object({ email: Email });

export function GiveSignIn({ person: { userId, name }, onGiven }: PasswordActionProps) {
  const t = useTranslations("people");
  const form = useForm({ resolver: zodResolver(SignIn), defaultValues: { email: "" } });
  const [open, setOpen] = useState(false);
  const give = useChange(
    (values: { email: string }) => trpc.people.giveSignIn.mutate({ ...values, userId }),
    {
      faultIn: "form",
      onDone: ({ password }) => onGiven({ name, password }),
    },
  );
  return (
    <FormDialog
      open={open}
      onOpenChange={setOpen}
      title={t("giveSignIn.title", { name })}
      description={t("giveSignIn.description")}
      trigger={<Button variant="primary">{t("giveSignIn.open")}</Button>}
      submitLabel={t("giveSignIn.submit")}
      change={give}
      onSubmit={form.handleSubmit((values) => give.send(values))}
    >
      <Field label={t("columns.email")} error={form.formState.errors.email && t("faults.email")}>
        <Input type="email" autoComplete="off" {...form.register("email")} />
      </Field>
    </FormDialog>
  );
}
