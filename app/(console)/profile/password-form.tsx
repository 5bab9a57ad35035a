"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { Notice } from "@/app/_components/ui/notice";
import { toast } from "@/app/_components/ui/toast";
import { trpc } from "@/app/_trpc/client";
import { useChange } from "@/app/_trpc/use-change";
import { passwordLengthMin } from "@/server/domain/people/password";

export function PasswordForm() {
  const t = useTranslations("profile");
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const change = useChange(() => trpc.profile.changePassword.mutate({ current, next }), {
    faultIn: "form",
    onDone({ sessionsEnded }) {
      setCurrent("");
      setNext("");
      toast({ title: t("password.changed", { count: sessionsEnded }) });
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    change.send();
  }

  return (
    <form onSubmit={submit} className="grid gap-4 rounded-lg border border-line bg-surface p-4">
      {change.fault ? <Notice tone="danger" title={change.fault} /> : null}
      <div className="grid gap-4 md:grid-cols-2">
        <Field label={t("password.current")}>
          <Input
            type="password"
            autoComplete="current-password"
            required
            value={current}
            onValueChange={setCurrent}
          />
        </Field>
        <Field label={t("password.next")} hint={t("password.hint", { min: passwordLengthMin })}>
          <Input
            type="password"
            autoComplete="new-password"
            required
            minLength={passwordLengthMin}
            value={next}
            onValueChange={setNext}
          />
        </Field>
      </div>
      <div className="flex items-center gap-3">
        <Button type="submit" pending={change.pending}>
          {t("password.submit")}
        </Button>
        <p className="text-caption text-muted">{t("password.consequence")}</p>
      </div>
    </form>
  );
}
