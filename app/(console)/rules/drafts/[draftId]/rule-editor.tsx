"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useDeferredValue, useMemo, useReducer, useState } from "react";
import { LeaveWarning } from "@/app/_components/leave-warning";
import { type RuleNames, RuleWords } from "@/app/_components/rules/rule-words";
import { useShortcut } from "@/app/_components/shell/use-shortcut";
import { Notice } from "@/app/_components/ui/notice";
import type { RouterOutputs } from "@/app/_trpc/outputs";
import { ConflictDialog } from "@/app/(console)/rules/drafts/[draftId]/conflict-dialog";
import { DraftHead } from "@/app/(console)/rules/drafts/[draftId]/draft-head";
import { EditorProvider, type EditorValue } from "@/app/(console)/rules/drafts/[draftId]/editor-context";
import { placeText } from "@/app/(console)/rules/drafts/[draftId]/finding-words";
import { Overview } from "@/app/(console)/rules/drafts/[draftId]/overview";
import { editing, startEditing } from "@/app/(console)/rules/drafts/[draftId]/rule-editing";
import { anchorOf } from "@/app/(console)/rules/drafts/[draftId]/search-params";
import { stillOpen } from "@/app/(console)/rules/drafts/[draftId]/settling";
import { SidePanel } from "@/app/(console)/rules/drafts/[draftId]/side-panel";
import { useAutosave } from "@/app/(console)/rules/drafts/[draftId]/use-autosave";
import { useFindings } from "@/app/(console)/rules/drafts/[draftId]/use-findings";
import { useSelection } from "@/app/(console)/rules/drafts/[draftId]/use-selection";
import type { Instant } from "@/server/domain/instant";
import type { Finding, FindingPlace } from "@/server/domain/routing/analysis/finding";
import { runExample } from "@/server/domain/routing/example-test";
import { plainExample } from "@/server/domain/routing/regions/example";
import type { RuleContent } from "@/server/domain/routing/versions/draft";
import { type Knowledge, settingsOf } from "@/server/domain/routing/versions/knowledge";
import type { Conflict } from "@/server/domain/routing/versions/merge";

interface RuleEditorProps {
  draft: RouterOutputs["rules"]["draft"];
  knowledge: RouterOutputs["rules"]["known"];
  names: RuleNames;
  now: Instant;
  isReadOnly: boolean;
  mayPublish: boolean;
}

function useRuleWords(names: RuleNames): RuleWords {
  const t = useTranslations("ruleWords");
  const format = useFormatter();
  return useMemo(() => new RuleWords(t, format, names), [t, format, names]);
}

function firstOf({ ruleSet }: RuleEditorProps["draft"]): FindingPlace {
  const [rule] = ruleSet.queueRules;
  if (rule === undefined) throw new Error("a rule set has a rule");
  return { ruleId: rule.ruleId };
}

const nothingFound: readonly Finding[] = [];

function countRed({ ruleSet, examples }: RuleContent, knowledge: Knowledge): number {
  const settings = settingsOf(knowledge);
  return examples.filter((test) => !runExample(ruleSet, test, settings).isPassed).length;
}

/** Rules as sentences on one side; what is selected, a call to try, and the examples on the other. */
export function RuleEditor({ draft, knowledge, names, now, isReadOnly, mayPublish }: RuleEditorProps) {
  const t = useTranslations("ruleEditor");
  const [state, dispatch] = useReducer(editing, draft, ({ ruleSet, examples }) =>
    startEditing({ ruleSet, examples }),
  );
  const { present } = state;
  const { selected, select, panel, showPanel } = useSelection(useMemo(() => firstOf(draft), [draft]));
  const [example, setExample] = useState(() => plainExample(now));
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const [visited, setVisited] = useState(0);
  const words = useRuleWords(names);
  const analysis = useFindings(present.ruleSet, knowledge);
  const { revision, state: save } = useAutosave({
    draft,
    content: present,
    isReadOnly,
    isContested: conflicts.length > 0,
    onMerged(merged) {
      const { ruleSet, examples } = merged.content;
      dispatch({ kind: "adopt", content: { ruleSet, examples } });
      setConflicts((open) => stillOpen(open, merged.conflicts));
    },
  });
  const undo = () => dispatch({ kind: "undo" });
  const redo = () => dispatch({ kind: "redo" });
  useShortcut("mod+z", (event) => (event.shiftKey ? redo() : undo()));
  const findings = analysis?.isFinished ? analysis.findings : nothingFound;

  const actions = useMemo(
    (): Pick<EditorValue, "edit" | "select" | "tryCall"> => ({
      edit: (edit, field) => dispatch({ kind: "edit", edit, ...(field !== undefined && { field }) }),
      select,
      tryCall(call) {
        setExample(call);
        showPanel("try");
      },
    }),
    [select, showPanel],
  );
  const { draftId } = draft;
  const value = useMemo(
    () => ({ ...actions, draftId, content: present, isReadOnly, words, names, knowledge, selected }),
    [actions, draftId, present, isReadOnly, words, names, knowledge, selected],
  );
  const settled = useDeferredValue(value);
  const redCount = useMemo(() => countRed(settled.content, knowledge), [settled.content, knowledge]);

  function nextFinding() {
    const place = findings[visited % findings.length]?.place;
    setVisited(visited + 1);
    if (!place) return;
    select(place);
    document.getElementById(anchorOf(place))?.focus();
  }

  return (
    <>
      <DraftHead
        draft={draft}
        names={names}
        revision={revision}
        save={save}
        findings={analysis === null ? null : findings}
        redCount={redCount}
        isReadOnly={isReadOnly}
        mayPublish={mayPublish}
        onNextFinding={nextFinding}
        history={{ undo: state.past.length > 0 ? undo : null, redo: state.future.length > 0 ? redo : null }}
      />
      {analysis?.isFinished === false ? (
        <Notice tone="warning" title={t("entangled")}>
          {words.both(analysis.ruleIds.map((ruleId) => placeText(present.ruleSet.queueRules, ruleId)))}
        </Notice>
      ) : null}
      <div
        data-unsaved={save === "saved" ? undefined : true}
        className="grid grid-cols-[minmax(0,1fr)_22rem] items-start gap-5 xl:grid-cols-[minmax(0,1fr)_27rem]"
      >
        <Overview editor={settled} findings={findings} />
        <EditorProvider value={value}>
          <SidePanel panel={panel} onPanel={showPanel} example={example} onExample={setExample} />
          <ConflictDialog
            conflicts={conflicts}
            onSettled={(settled) => setConflicts(conflicts.filter((conflict) => conflict !== settled))}
          />
        </EditorProvider>
      </div>
      {isReadOnly ? null : <LeaveWarning />}
    </>
  );
}
