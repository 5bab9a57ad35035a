"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { useEditor } from "@/app/(console)/rules/drafts/[draftId]/editor-context";
import type { QueueRule } from "@/server/domain/routing/rule";
import type { RuleConflict } from "@/server/domain/routing/versions/merge";

interface ConflictDialogProps {
  conflicts: readonly RuleConflict[];
  onSettled: (conflict: RuleConflict) => void;
}

/** Rules that two people changed at the same time: nothing is lost until somebody chooses. */
export function ConflictDialog({ conflicts, onSettled }: ConflictDialogProps) {
  const t = useTranslations("ruleEditor.conflict");
  const { edit } = useEditor();
  const [conflict] = conflicts;
  if (conflict === undefined) return null;

  function choose({ ruleId }: RuleConflict, rule: QueueRule | null) {
    if (rule === null) edit({ kind: "deleteRule", ruleId });
    else edit({ kind: "changeRule", rule });
  }

  return (
    <Dialog
      wide
      open
      onOpenChange={() => onSettled(conflict)}
      title={t("title", { name: (conflict.mine ?? conflict.theirs)?.name ?? "" })}
      description={t("description", { count: conflicts.length })}
    >
      {(["mine", "theirs"] as const).map((side) => (
        <section key={side} className="grid gap-2 rounded-lg border border-line p-3">
          <h3 className="text-section">{t(`${side}`)}</h3>
          <RuleSentence rule={conflict[side]} />
          <Button
            className="justify-self-start"
            onClick={() => {
              choose(conflict, conflict[side]);
              onSettled(conflict);
            }}
          >
            {t(side === "mine" ? "keepMine" : "takeTheirs")}
          </Button>
        </section>
      ))}
    </Dialog>
  );
}

function RuleSentence({ rule }: { rule: QueueRule | null }) {
  const t = useTranslations("ruleEditor.conflict");
  const { words } = useEditor();
  if (rule === null) return <p className="text-table">{t("deleted")}</p>;
  const more = [...words.otherwise(rule.treatment), ...rule.treatment.steps.map((step) => words.step(step))];
  return (
    <p className="text-table">
      <span className="font-medium">{rule.name}</span> {words.when(rule)} → {words.enters(rule.treatment)}{" "}
      {more.join(" ")}
    </p>
  );
}
