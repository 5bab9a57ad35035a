"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { signOutHere } from "@/app/_components/sign-out-here";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { Notice } from "@/app/_components/ui/notice";
import { trpc } from "@/app/_trpc/client";
import { useChange } from "@/app/_trpc/use-change";
import { passwordLengthMin } from "@/server/domain/people/password";

export function NewPasswordForm({ returnPath }: { returnPath: string }) {
  const t = useTranslations("newPassword");
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const change = useChange(() => trpc.profile.changePassword.mutate({ current, next }), {
    faultIn: "form",
    onDone: () => window.location.assign(returnPath),
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    change.send();
  }

  return (
    <form onSubmit={submit} className="grid gap-4" aria-busy={change.pending}>
      {change.fault ? <Notice tone="danger" title={change.fault} /> : null}
      <Field label={t("given")}>
        <Input
          name="current"
          type="password"
          autoComplete="current-password"
          required
          autoFocus
          value={current}
          onValueChange={setCurrent}
        />
      </Field>
      <Field label={t("next")} hint={t("hint", { min: passwordLengthMin })}>
        <Input
          name="next"
          type="password"
          autoComplete="new-password"
          required
          minLength={passwordLengthMin}
          value={next}
          onValueChange={setNext}
        />
      </Field>
      <Button type="submit" variant="primary" pending={change.pending}>
        {t("submit")}
      </Button>
      <Button variant="quiet" onClick={() => void signOutHere()}>
        {t("signOut")}
      </Button>
    </form>
  );
}
