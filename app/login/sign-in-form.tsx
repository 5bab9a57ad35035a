"use client";

import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { Notice } from "@/app/_components/ui/notice";
import { DemoAccounts, type DemoSignIns } from "@/app/login/demo-accounts";
import { type Fault, signInWithPassword } from "@/app/login/sign-in";
import { readSignInFault } from "@/server/domain/people/sign-in-fault";
import { singleSignOnId } from "@/server/domain/people/single-sign-on-id";

interface SignInFormProps {
  returnPath: string;
  /** The word for why an attempt failed that led back here. */
  failedBecause: string | undefined;
  singleSignOnName: string | undefined;
  demo: DemoSignIns | undefined;
}

export function SignInForm({ returnPath, failedBecause, singleSignOnName, demo }: SignInFormProps) {
  const t = useTranslations("login");
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [pending, setPending] = useState(false);
  const [fault, setFault] = useState<Fault | undefined>(
    failedBecause ? readSignInFault(failedBecause) : undefined,
  );

  async function submit(event: FormEvent) {
    event.preventDefault();
    setPending(true);
    const failed = await signInWithPassword({ email, password });
    if (failed) {
      setFault(failed);
      setPassword("");
      setPending(false);
      return;
    }
    // A whole new page: nothing of a former person's stays in memory.
    window.location.assign(returnPath);
  }

  return (
    <div className="grid w-full max-w-sm gap-6">
      <h1 className="text-title">{t("title")}</h1>
      {fault ? (
        <Notice tone="danger" title={t(`faults.${fault.kind}`, { minutes: 0, errorId: "", ...fault })} />
      ) : null}
      <form onSubmit={submit} className="grid gap-4" aria-busy={pending}>
        <Field label={t("email")}>
          <Input
            name="email"
            type="email"
            autoComplete="username"
            required
            autoFocus
            value={email}
            onValueChange={setEmail}
          />
        </Field>
        <Field label={t("password")}>
          <Input
            name="password"
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onValueChange={setPassword}
          />
        </Field>
        <Button type="submit" variant="primary" pending={pending}>
          {pending ? t("signingIn") : t("signIn")}
        </Button>
      </form>
      {singleSignOnName ? (
        <>
          <p className="text-center text-caption text-muted">{t("or")}</p>
          <Button onClick={() => void signIn(singleSignOnId, { callbackUrl: returnPath })}>
            {t("with", { name: singleSignOnName })}
          </Button>
        </>
      ) : null}
      {demo ? (
        <DemoAccounts
          demo={demo}
          onChoose={(account) => {
            setEmail(account.email);
            setPassword(demo.password);
          }}
        />
      ) : null}
    </div>
  );
}
