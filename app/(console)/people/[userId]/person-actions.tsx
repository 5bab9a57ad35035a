"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/app/_components/ui/button";
import { toast } from "@/app/_components/ui/toast";
import { trpc } from "@/app/_trpc/client";
import { useChange } from "@/app/_trpc/use-change";
import { DeactivatePerson } from "@/app/(console)/people/[userId]/deactivate-person";
import { EditPerson } from "@/app/(console)/people/[userId]/edit-person";
import { GiveSignIn } from "@/app/(console)/people/[userId]/give-sign-in";
import { ResetPassword } from "@/app/(console)/people/[userId]/reset-password";
import type { ShownPerson } from "@/app/(console)/people/[userId]/shown-person";
import { PasswordDialog } from "@/app/(console)/people/password-dialog";
import type { GivenPassword } from "@/app/(console)/people/shown-password";

interface PersonActionsProps {
  person: ShownPerson;
  /** The viewer looks at their own page: what they may not do to themselves is not offered. */
  own: boolean;
}

export function PersonActions({ person, own }: PersonActionsProps) {
  const t = useTranslations("people");
  const [given, setGiven] = useState<GivenPassword | null>(null);
  const { userId, name, state } = person;
  const reactivate = useChange(() => trpc.people.reactivate.mutate({ userId }), {
    faultIn: "toast",
    onDone: () => toast({ title: t("reactivated", { name }) }),
  });

  return (
    <>
      {state === "deactivated" ? (
        <Button pending={reactivate.pending} onClick={() => reactivate.send()}>
          {t("reactivate")}
        </Button>
      ) : (
        <>
          <EditPerson person={person} />
          {state === "record_only" ? <GiveSignIn person={person} onGiven={setGiven} /> : null}
          {state === "active" && !own ? <ResetPassword person={person} onGiven={setGiven} /> : null}
          {own ? null : <DeactivatePerson person={person} onUndo={() => reactivate.send()} />}
        </>
      )}
      <PasswordDialog given={given} onClose={() => setGiven(null)} />
    </>
  );
}
