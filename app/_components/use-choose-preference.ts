"use client";

import { rememberInBrowser } from "@/app/_i18n/cookies";
import { trpc } from "@/app/_trpc/client";
import { useChange } from "@/app/_trpc/use-change";
import { Preferences } from "@/server/domain/people/preferences";

interface Choice {
  readonly name: keyof Preferences;
  /** Empty to leave it to the browser. */
  readonly value: string;
}

function keepInBrowser({ name, value }: Choice) {
  const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  rememberInBrowser(name, name === "timeZone" ? value || browserZone : value);
}

/** Keeps a choice for the person wherever they sign in, and in this browser for when they are signed out. */
export function useChoosePreference() {
  const change = useChange(
    ({ name, value }: Choice) =>
      trpc.profile.changePreferences.mutate(Preferences.partial().parse({ [name]: value || null })),
    { faultIn: "toast" },
  );
  function choose(name: keyof Preferences, value: string) {
    keepInBrowser({ name, value });
    change.send({ name, value });
  }
  return { choose, pending: change.pending };
}
