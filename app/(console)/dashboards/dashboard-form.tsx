"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import type { FormEvent, KeyboardEvent, ReactNode } from "react";

/** Choices that ask for more before anything can be shown. */
const unfinished = ["custom", "period", "groups", "agents"];

/**
 * A form that the browser can send by itself. With JavaScript a choice holds as soon as it is made, and
 * fields that say nothing stay out of the address.
 */
export function DashboardForm({ action, children }: { action: Route; children: ReactNode }) {
  const router = useRouter();

  function apply(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = [...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)]);
    const query = new URLSearchParams(fields.filter(([, value]) => value !== ""));
    for (const panel of form.querySelectorAll("details")) panel.open = false;
    // The pages are as many as the choices: the type of routes cannot know them.
    router.push(`${action}?${query}`, { scroll: false });
  }

  function applyChoice({ target, currentTarget }: FormEvent<HTMLFormElement>) {
    if (target instanceof HTMLSelectElement && !unfinished.includes(target.value))
      currentTarget.requestSubmit();
  }

  function closePanel({ key, target }: KeyboardEvent<HTMLFormElement>) {
    const panel = target instanceof Element ? target.closest("details") : null;
    if (key !== "Escape" || !panel) return;
    panel.open = false;
    panel.querySelector("summary")?.focus();
  }

  return (
    <form
      action={action}
      onSubmit={apply}
      onChange={applyChoice}
      onKeyDown={closePanel}
      className="relative flex flex-wrap items-end gap-2"
    >
      {children}
    </form>
  );
}
