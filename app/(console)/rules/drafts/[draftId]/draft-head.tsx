"use client";

import { Redo2, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { RuleNames } from "@/app/_components/rules/rule-words";
import { Button } from "@/app/_components/ui/button";
import { IconButton } from "@/app/_components/ui/icon-button";
import { PageHead } from "@/app/_components/ui/page-head";
import type { RouterOutputs } from "@/app/_trpc/outputs";
import { DiscardDraft } from "@/app/(console)/rules/discard-draft";
import { RenameDraft } from "@/app/(console)/rules/drafts/[draftId]/rename-draft";
import type { SaveState } from "@/app/(console)/rules/drafts/[draftId]/use-autosave";
import { PublishDialog } from "@/app/(console)/rules/publish-dialog";
import type { Finding } from "@/server/domain/routing/analysis/finding";

interface DraftHeadProps {
  names: RuleNames;
  draft: RouterOutputs["rules"]["draft"];
  revision: number;
  save: SaveState;
  findings: readonly Finding[] | null;
  redCount: number;
  isReadOnly: boolean;
  mayPublish: boolean;
  onNextFinding: () => void;
  history: { readonly undo: (() => void) | null; readonly redo: (() => void) | null };
}

/** Which draft this is and how it stands, and what is done with it as a whole. */
export function DraftHead({ draft, names, findings, redCount, history, ...rest }: DraftHeadProps) {
  const t = useTranslations("ruleEditor.head");
  const errors = findings?.filter(({ severity }) => severity === "error").length ?? 0;
  const warnings = (findings?.length ?? 0) - errors;
  return (
    <PageHead
      title={draft.name}
      aside={
        <span className="flex flex-wrap items-center gap-x-3">
          {rest.isReadOnly ? null : <RenameDraft draft={draft} />}
          <Standing basedOn={draft.basedOn} live={draft.live?.number ?? null} save={rest.save} />
        </span>
      }
      actions={
        <>
          <span role="status" className="text-table text-muted">
            {findings === null ? t("looking") : t("findings", { errors, warnings })}
          </span>
          {redCount > 0 ? (
            <span className="text-table text-danger">{t("red", { count: redCount })}</span>
          ) : null}
          {errors + warnings > 0 ? (
            <Button size="sm" variant="quiet" onClick={rest.onNextFinding}>
              {t("next")}
            </Button>
          ) : null}
          {rest.isReadOnly ? null : (
            <>
              <IconButton label={t("undo")} disabled={!history.undo} onClick={() => history.undo?.()}>
                <Undo2 aria-hidden />
              </IconButton>
              <IconButton label={t("redo")} disabled={!history.redo} onClick={() => history.redo?.()}>
                <Redo2 aria-hidden />
              </IconButton>
              <DiscardDraft draft={draft} leaves />
            </>
          )}
          {rest.mayPublish ? (
            <PublishDialog
              names={names}
              what={{ draftId: draft.draftId, revision: rest.revision }}
              trigger={
                <Button variant="primary" disabled={rest.save !== "saved"}>
                  {t("publish")}
                </Button>
              }
            />
          ) : null}
        </>
      }
    />
  );
}

function Standing(props: { basedOn: number | null; live: number | null; save: SaveState }): ReactNode {
  const t = useTranslations("ruleEditor.head");
  return (
    <span className="flex flex-wrap gap-x-3 text-table">
      {props.basedOn === null ? null : <span>{t("basedOn", { number: props.basedOn })}</span>}
      {props.live === null ? null : <span>{t("live", { number: props.live })}</span>}
      <span role="status" className={props.save === "failed" ? "text-danger" : ""}>
        {t(`save.${props.save}`)}
      </span>
    </span>
  );
}
