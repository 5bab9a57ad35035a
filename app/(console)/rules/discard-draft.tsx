"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTellFailure } from "@/app/_components/tell-failure";
import { Button } from "@/app/_components/ui/button";
import { toast } from "@/app/_components/ui/toast";
import { trpc } from "@/app/_trpc/client";
import { useChange } from "@/app/_trpc/use-change";
import type { DraftId } from "@/server/domain/routing/versions/draft";

interface DiscardDraftProps {
  draft: { readonly draftId: DraftId; readonly name: string };
  /** Where the draft is all that the page shows, to the list of them. */
  leaves?: boolean;
}

/** Discards a draft at once and offers to bring it back. */
export function DiscardDraft({ draft: { draftId, name }, leaves = false }: DiscardDraftProps) {
  const t = useTranslations("rules.drafts");
  const router = useRouter();
  const tellFailure = useTellFailure();
  const discard = useChange(() => trpc.rules.discardDraft.mutate({ draftId }), {
    faultIn: "toast",
    onDone() {
      toast({
        title: t("discarded", { name }),
        action: { label: t("undo"), onSelect: () => void restore() },
      });
      if (leaves) router.push("/rules");
    },
  });

  async function restore() {
    try {
      await trpc.rules.restoreDraft.mutate({ draftId });
      router.refresh();
    } catch (error) {
      tellFailure(error);
    }
  }

  return (
    <Button
      size={leaves ? "md" : "sm"}
      variant="quiet"
      pending={discard.pending}
      aria-label={t("discardNamed", { name })}
      onClick={() => discard.send(undefined)}
    >
      {t("discard")}
    </Button>
  );
}
