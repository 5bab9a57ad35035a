"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { rememberInBrowser } from "@/app/_i18n/cookies";

/** Tells the server the browser's time zone, which no request header carries. */
export function RememberTimeZone({ remembered }: { remembered: string | undefined }) {
  const router = useRouter();
  useEffect(() => {
    if (remembered !== undefined) return;
    rememberInBrowser("timeZone", Intl.DateTimeFormat().resolvedOptions().timeZone);
    router.refresh();
  }, [remembered, router]);
  return null;
}
