"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { givenPasswordDaysMax } from "@/server/domain/people/given-password";

/** Somebody's new sign-in. */
export interface GivenPassword {
  readonly name: string;
  readonly password: string;
}

/** A password that is never shown again. */
export function ShownPassword({ given: { name, password } }: { given: GivenPassword }) {
  const t = useTranslations("people");
  const [copied, setCopied] = useState(false);
  // Without HTTPS browsers offer no clipboard: the password can still be selected and read out.
  const canCopy = "clipboard" in navigator;

  async function copy() {
    await navigator.clipboard.writeText(password);
    setCopied(true);
  }

  return (
    <div className="grid gap-3">
      <p className="text-table text-muted">{t("password.once", { name, days: givenPasswordDaysMax })}</p>
      <div className="flex items-center gap-2">
        <output
          aria-label={t("password.label")}
          className="flex-1 select-all rounded-md border border-line bg-canvas px-3 py-2 font-mono text-body"
        >
          {password}
        </output>
        {canCopy ? (
          <Button onClick={copy}>
            {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
            {copied ? t("password.copied") : t("password.copy")}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
