"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useTellFailure } from "@/app/_components/tell-failure";
import { Button } from "@/app/_components/ui/button";
import { trpc } from "@/app/_trpc/client";
import type { NoteId } from "@/server/domain/identifiers";

export function MarkRead({ noteIds, label }: { noteIds: NoteId[] | "all"; label: string }) {
  const router = useRouter();
  const tellFailure = useTellFailure();
  const [pending, start] = useTransition();
  return (
    <Button
      size="sm"
      variant="quiet"
      pending={pending}
      onClick={() =>
        start(async () => {
          try {
            await trpc.mentions.markRead.mutate({ noteIds });
            router.refresh();
          } catch (error) {
            tellFailure(error);
          }
        })
      }
    >
      {label}
    </Button>
  );
}
