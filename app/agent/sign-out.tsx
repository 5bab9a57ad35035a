"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";

/** What next-auth's own client does, without loading it. */
async function signOut() {
  const { csrfToken } = await (await fetch("/api/auth/csrf")).json();
  await fetch("/api/auth/signout", {
    method: "POST",
    body: new URLSearchParams({ csrfToken, json: "true" }),
  });
  window.location.assign("/login");
}

export function SignOut() {
  const t = useTranslations("agent");
  return (
    <Button size="sm" variant="quiet" onClick={signOut}>
      {t("signOut")}
    </Button>
  );
}
