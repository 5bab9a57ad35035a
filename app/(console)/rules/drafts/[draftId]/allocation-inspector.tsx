"use client";

import { clsx } from "clsx";
import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import { Checkbox } from "@/app/_components/ui/checkbox";
import { IconButton } from "@/app/_components/ui/icon-button";
import { useEditor } from "@/app/(console)/rules/drafts/[draftId]/editor-context";
import { FallbackFields } from "@/app/(console)/rules/drafts/[draftId]/fallback-fields";
import { FixedOrder } from "@/app/(console)/rules/drafts/[draftId]/fixed-order";
import { InspectorPart, selectedPart } from "@/app/(console)/rules/drafts/[draftId]/inspector-part";
import { ChoiceField, NumberField } from "@/app/(console)/rules/drafts/[draftId]/typed-fields";
import type { AgentOrder, AllocationRule, Ring } from "@/server/domain/routing/rule";

const RINGS_MAX = 5;

interface AllocationProps {
  rule: AllocationRule;
  onChange: (part: Partial<AllocationRule>, field?: string) => void;
}

/** How a group's calls find their agents, to be changed. */
export function AllocationInspector({ rule }: { rule: AllocationRule }) {
  const t = useTranslations("ruleEditor.allocation");
  const { words, edit } = useEditor();
  const onChange: AllocationProps["onChange"] = (part, field) =>
    edit({ kind: "keepAllocation", rule: { ...rule, ...part } }, field && `${rule.skillGroupId} ${field}`);
  return (
    <div className="grid gap-3">
      <p className="text-body font-medium">{words.group(rule.skillGroupId)}</p>
      <InspectorPart title={t("order")}>
        <OrderField rule={rule} onChange={onChange} />
        <LastAgentFields rule={rule} onChange={onChange} />
      </InspectorPart>
      <InspectorPart title={t("rings")}>
        <RingFields rule={rule} onChange={onChange} />
      </InspectorPart>
      <InspectorPart title={t("offer")}>
        <div className="grid grid-cols-2 gap-2">
          <NumberField
            label={t("ringTimeout")}
            value={rule.ringTimeoutSeconds}
            min={3}
            max={600}
            onChange={(ringTimeoutSeconds) => onChange({ ringTimeoutSeconds }, "timeout")}
            onClear={() => onChange({ ringTimeoutSeconds: null }, "timeout")}
          />
          <ChoiceField
            label={t("afterNoAnswer")}
            value={rule.afterNoAnswer}
            choices={(["park", "keepFree"] as const).map((value) => ({
              value,
              label: t(`noAnswer.${value}`),
            }))}
            onChange={(afterNoAnswer) => onChange({ afterNoAnswer })}
          />
          <NumberField
            label={t("weight")}
            value={rule.weight}
            min={-1000}
            max={1000}
            onChange={(weight) => onChange({ weight }, "weight")}
          />
        </div>
      </InspectorPart>
      <InspectorPart title={t("otherwise")}>
        <FallbackFields
          otherwise={rule.otherwise}
          from={rule.skillGroupId}
          onChange={(otherwise) => onChange({ otherwise }, "otherwise")}
        />
      </InspectorPart>
    </div>
  );
}

function OrderField({ rule, onChange }: AllocationProps) {
  const t = useTranslations("ruleEditor.allocation");
  const { knowledge, words } = useEditor();
  const members = knowledge.agents
    .filter(({ memberships }) => memberships.some(({ skillGroupId }) => skillGroupId === rule.skillGroupId))
    .map(({ userId }) => userId);
  const orders: readonly AgentOrder[] = [
    { by: "longestIdle" },
    { by: "proficiency" },
    { by: "fewestCallsToday" },
    { by: "lowestOccupancy" },
    { by: "leastRecentlyOffered" },
    ...(members.length > 0 ? [{ by: "fixed" as const, agentIds: members }] : []),
    { by: "random", seed: 1 },
  ];
  const choices = orders.some(({ by }) => by === rule.order.by) ? orders : [...orders, rule.order];
  return (
    <>
      <ChoiceField
        label={t("orderBy")}
        value={rule.order.by}
        choices={choices.map(({ by }) => ({ value: by, label: words.order(by) }))}
        onChange={(chosen) => onChange({ order: choices.find(({ by }) => by === chosen) ?? rule.order })}
      />
      {rule.order.by === "fixed" ? (
        <FixedOrder
          agentIds={rule.order.agentIds}
          members={members}
          onChange={(agentIds) => onChange({ order: { by: "fixed", agentIds } })}
        />
      ) : null}
    </>
  );
}

function LastAgentFields({ rule, onChange }: AllocationProps) {
  const t = useTranslations("ruleEditor.allocation");
  const { isReadOnly } = useEditor();
  const { lastAgentFirst } = rule;
  return (
    <>
      <Checkbox
        label={t("lastAgentFirst")}
        disabled={isReadOnly}
        checked={lastAgentFirst !== null}
        onChange={(event) =>
          onChange({
            lastAgentFirst: event.currentTarget.checked ? { withinDays: 30, whileWaitingSeconds: 60 } : null,
          })
        }
      />
      {lastAgentFirst === null ? null : (
        <div className="grid grid-cols-2 gap-2">
          <NumberField
            label={t("withinDays")}
            value={lastAgentFirst.withinDays}
            min={1}
            max={3650}
            onChange={(withinDays) => onChange({ lastAgentFirst: { ...lastAgentFirst, withinDays } }, "days")}
          />
          <NumberField
            label={t("whileWaiting")}
            value={lastAgentFirst.whileWaitingSeconds}
            min={1}
            max={86_400}
            onChange={(whileWaitingSeconds) =>
              onChange({ lastAgentFirst: { ...lastAgentFirst, whileWaitingSeconds } }, "while")
            }
          />
        </div>
      )}
    </>
  );
}

function RingFields({ rule, onChange }: AllocationProps) {
  const t = useTranslations("ruleEditor.allocation");
  const { isReadOnly, selected } = useEditor();
  const selectedRing = "skillGroupId" in selected ? selected.ring : undefined;
  const { rings } = rule;
  const keep = (changed: readonly Ring[]) =>
    onChange({ rings: changed.toSorted((one, other) => one.afterSeconds - other.afterSeconds) });
  const last = rings.at(-1);
  const next = {
    afterSeconds: last === undefined ? 0 : Math.min(last.afterSeconds + 30, 86_400),
    leastProficiency: Math.max(1, (last?.leastProficiency ?? 6) - 1),
  };
  return (
    <>
      {rings.map((ring, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: two rings may be alike, and their place is all that tells them apart.
          key={index}
          aria-current={index === selectedRing || undefined}
          className={clsx("flex items-end gap-2", index === selectedRing && selectedPart)}
        >
          <NumberField
            label={t("afterSeconds")}
            value={ring.afterSeconds}
            min={0}
            max={86_400}
            isTakenLate
            onChange={(afterSeconds) => keep(rings.with(index, { ...ring, afterSeconds }))}
          />
          <NumberField
            label={t("leastProficiency")}
            value={ring.leastProficiency}
            min={1}
            max={5}
            onChange={(leastProficiency) => keep(rings.with(index, { ...ring, leastProficiency }))}
          />
          {isReadOnly ? null : (
            <IconButton
              label={t("removeRing", { place: index + 1 })}
              onClick={() => keep(rings.toSpliced(index, 1))}
            >
              <Trash2 aria-hidden />
            </IconButton>
          )}
        </div>
      ))}
      {isReadOnly || rings.length >= RINGS_MAX ? null : (
        <Button
          size="sm"
          variant="quiet"
          className="justify-self-start"
          onClick={() => keep([...rings, next])}
        >
          <Plus aria-hidden />
          {t("addRing")}
        </Button>
      )}
    </>
  );
}
