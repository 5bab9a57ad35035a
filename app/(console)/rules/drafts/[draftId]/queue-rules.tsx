"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDeferredValue, useMemo, useRef, useState } from "react";
import { v4 } from "uuid";
import { useListWalk } from "@/app/_components/shell/use-list-walk";
import { useShortcut } from "@/app/_components/shell/use-shortcut";
import { Button } from "@/app/_components/ui/button";
import { Input } from "@/app/_components/ui/input";
import type { EditorValue } from "@/app/(console)/rules/drafts/[draftId]/editor-context";
import { coveringText } from "@/app/(console)/rules/drafts/[draftId]/finding-words";
import { followKey } from "@/app/(console)/rules/drafts/[draftId]/follow-key";
import type { OverviewPartProps } from "@/app/(console)/rules/drafts/[draftId]/overview-part";
import { RuleRow } from "@/app/(console)/rules/drafts/[draftId]/rule-row";
import { anchorOf } from "@/app/(console)/rules/drafts/[draftId]/search-params";
import { SortableList } from "@/app/(console)/rules/drafts/[draftId]/sortable-list";
import type { Finding } from "@/server/domain/routing/analysis/finding";
import { QUEUE_RULES_MAX, type QueueRule, RuleId } from "@/server/domain/routing/rule";

/** While a handle is held, rows out of sight have their true heights as well: it is measured where each would go. */
const listLook =
  "overflow-hidden rounded-lg border border-line border-b-0 [&:has([aria-roledescription]:active)>li]:[content-visibility:visible]";

const nothingFound: readonly Finding[] = [];

function byRule(findings: readonly Finding[]): ReadonlyMap<RuleId, readonly Finding[]> {
  const found = new Map<RuleId, readonly Finding[]>();
  for (const finding of findings) {
    const { place } = finding;
    if (place === null || !("ruleId" in place)) continue;
    found.set(place.ruleId, [...(found.get(place.ruleId) ?? nothingFound), finding]);
  }
  return found;
}

/** The queue rules in their order, to be put into another one. */
export function QueueRules({ editor, findings }: OverviewPartProps) {
  const t = useTranslations("ruleEditor.list");
  const { draftId, content, edit, select, tryCall, words, isReadOnly, selected } = editor;
  const actions = useMemo(
    () => ({ draftId, edit, select, tryCall, words }),
    [draftId, edit, select, tryCall, words],
  );
  const [sought, setSought] = useState("");
  const search = useRef<HTMLInputElement>(null);
  const { queueRules } = content.ruleSet;
  const found = useMemo(() => byRule(findings), [findings]);
  const covered = useMemo(
    () => new Map([...found].map(([ruleId, ofRule]) => [ruleId, coveringText(words, queueRules, ofRule)])),
    [found, words, queueRules],
  );
  const placed = queueRules.map((rule, index) => ({ rule, place: index + 1 }));
  const part = useDeferredValue(sought).trim().toLocaleLowerCase();
  const tells = (rule: QueueRule) => `${rule.name} ${words.line(rule)}`.toLocaleLowerCase();
  const shown = part === "" ? placed : placed.filter(({ rule }) => tells(rule).includes(part));
  const shownIds = new Set(shown.map(({ rule }) => rule.ruleId));
  useShortcut("/", () => search.current?.focus());
  useListWalk({
    length: shown.length,
    at: () => shown.findIndex(({ rule }) => anchorOf(rule) === document.activeElement?.id),
    goTo(index) {
      const rule = shown[index]?.rule;
      if (rule) document.getElementById(anchorOf(rule))?.focus();
    },
    leave: () => setSought(""),
  });

  return (
    <section aria-labelledby="queue-rules" className="grid gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <h2 id="queue-rules" className="mr-auto text-section">
          {t("title")}
        </h2>
        <Input
          ref={search}
          type="search"
          className="max-w-56"
          aria-label={t("search")}
          placeholder={t("search")}
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
        {isReadOnly || queueRules.length >= QUEUE_RULES_MAX ? null : <AddRule editor={editor} />}
      </div>
      <SortableList
        ids={[...shownIds]}
        onDrop={(ruleId, onto) =>
          edit({ kind: "moveRule", ruleId, to: queueRules.findIndex((rule) => rule.ruleId === onto) })
        }
      >
        <ol className={listLook}>
          {placed.map(({ rule, place }) => (
            <RuleRow
              key={rule.ruleId}
              rule={rule}
              place={place}
              isHidden={!shownIds.has(rule.ruleId)}
              isFixed={isReadOnly || place === queueRules.length}
              isSelected={"ruleId" in selected && selected.ruleId === rule.ruleId}
              findings={found.get(rule.ruleId) ?? nothingFound}
              coveredBy={covered.get(rule.ruleId) ?? ""}
              editor={actions}
            />
          ))}
        </ol>
      </SortableList>
      {shown.length === 0 ? <p className="text-table text-muted">{t("nothingFound")}</p> : null}
    </section>
  );
}

/** A new rule is put where it cannot take every call: with a condition that is then changed. */
function AddRule({ editor }: { editor: EditorValue }) {
  const t = useTranslations("ruleEditor.list");
  const { content, edit, select, knowledge } = editor;
  const last = content.ruleSet.queueRules.at(-1);
  function add() {
    if (last === undefined) return;
    const ruleId = RuleId.parse(v4());
    const [tier = "Gold"] = knowledge.values.customerTier;
    edit({
      kind: "addRule",
      rule: {
        ...last,
        ruleId,
        name: t("newRule"),
        when: { fact: "customerTier", operator: "isOneOf", values: [tier] },
      },
    });
    select({ ruleId });
  }
  return (
    <Button
      size="sm"
      onClick={(event) => {
        add();
        followKey(event);
      }}
    >
      <Plus aria-hidden />
      {t("add")}
    </Button>
  );
}
