import { useTranslations } from "next-intl";
import type { FilterChoices } from "@/app/_components/filter-choices";
import { formatDuration } from "@/app/_components/format/duration";
import { ChoiceList } from "@/app/_components/ui/choice-list";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { Select } from "@/app/_components/ui/select";
import type { CallLogParams } from "@/app/(console)/calls/search-params";
import { Verification } from "@/server/domain/calls/event";
import { CallDirection, CallOutcome } from "@/server/domain/calls/record";

interface FilterFieldsProps {
  params: CallLogParams;
  choices: FilterChoices;
}

export function FilterFields({ params, choices }: FilterFieldsProps) {
  const t = useTranslations("calls");
  return (
    <>
      <div className="grid grid-cols-3 gap-4">
        <ChoiceList
          name="group"
          label={t("fields.group")}
          chosen={params.group}
          choices={choices.skillGroups.map((group) => ({ value: group.skillGroupId, label: group.name }))}
        />
        <ChoiceList
          name="agent"
          label={t("fields.agent")}
          chosen={params.agent}
          choices={choices.agents.map((agent) => ({ value: agent.userId, label: agent.name }))}
        />
        <ChoiceList
          name="province"
          label={t("fields.province")}
          chosen={params.province}
          choices={choices.provinces.map((province) => ({ value: province, label: province }))}
        />
        <ChoiceList
          name="outcome"
          label={t("fields.outcome")}
          chosen={params.outcome}
          choices={CallOutcome.options.map((value) => ({ value, label: t(`outcomes.${value}`) }))}
        />
        <ChoiceList
          name="verification"
          label={t("fields.verification")}
          chosen={params.verification}
          choices={Verification.options.map((value) => ({ value, label: t(`verifications.${value}`) }))}
        />
        <div className="grid content-start gap-3">
          <Durations name="wait" min={params.waitMin} max={params.waitMax} />
          <Durations name="talk" min={params.talkMin} max={params.talkMax} />
          <Durations name="handle" min={params.handleMin} max={params.handleMax} />
        </div>
      </div>
      <SingleFields params={params} mayChooseDeleted={choices.mayChooseDeleted} />
    </>
  );
}

function Durations({
  name,
  min,
  max,
}: {
  name: "wait" | "talk" | "handle";
  min: number | null;
  max: number | null;
}) {
  const t = useTranslations("calls");
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 text-table font-medium">{t(`columns.${name}`)}</legend>
      <div className="flex items-center gap-2">
        <Input
          name={`${name}Min`}
          aria-label={t("fields.atLeast", { name: t(`columns.${name}`) })}
          defaultValue={min === null ? "" : formatDuration(min)}
          placeholder="0:00"
        />
        <span aria-hidden className="text-muted">
          –
        </span>
        <Input
          name={`${name}Max`}
          aria-label={t("fields.atMost", { name: t(`columns.${name}`) })}
          defaultValue={max === null ? "" : formatDuration(max)}
          placeholder="1:00"
        />
      </div>
    </fieldset>
  );
}

function SingleFields({ params, mayChooseDeleted }: { params: CallLogParams; mayChooseDeleted: boolean }) {
  const t = useTranslations("calls");
  return (
    <div className="grid grid-cols-4 gap-4 border-t border-line pt-4">
      <Field label={t("fields.from")}>
        <Input type="date" name="from" defaultValue={params.from ?? ""} />
      </Field>
      <Field label={t("fields.to")}>
        <Input type="date" name="to" defaultValue={params.to ?? ""} />
      </Field>
      <Field label={t("fields.phone")} hint={t("fields.phoneHint")}>
        <Input name="phone" inputMode="tel" defaultValue={params.phone ?? ""} maxLength={40} />
      </Field>
      <Field label={t("fields.note")}>
        <Input name="note" defaultValue={params.note ?? ""} maxLength={200} />
      </Field>
      <Field label={t("fields.direction")}>
        <Select name="direction" defaultValue={params.direction ?? ""}>
          <option value="">{t("any")}</option>
          {CallDirection.options.map((direction) => (
            <option key={direction} value={direction}>
              {t(`directions.${direction}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("columns.notes")}>
        <Select name="notes" defaultValue={params.notes ?? ""}>
          <option value="">{t("any")}</option>
          <option value="with">{t("hasNotes.with")}</option>
          <option value="without">{t("hasNotes.without")}</option>
        </Select>
      </Field>
      {mayChooseDeleted ? (
        <Field label={t("fields.deleted")}>
          <Select name="deleted" defaultValue={params.deleted ?? ""}>
            <option value="">{t("deletedRecords.without")}</option>
            <option value="with">{t("deletedRecords.with")}</option>
            <option value="only">{t("deletedRecords.only")}</option>
          </Select>
        </Field>
      ) : null}
    </div>
  );
}
