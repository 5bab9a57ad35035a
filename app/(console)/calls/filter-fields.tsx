import { useTranslations } from "next-intl";
import { CallChoiceLists } from "@/app/_components/call-choice-lists";
import type { FilterChoices } from "@/app/_components/filter-choices";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { Select } from "@/app/_components/ui/select";
import type { RouterOutputs } from "@/app/_trpc/outputs";
import { DurationField } from "@/app/(console)/calls/duration-field";
import type { CallLogParams } from "@/app/(console)/calls/search-params";
import { CallDirection } from "@/server/domain/calls/record";

interface FilterFieldsProps {
  params: CallLogParams;
  choices: FilterChoices;
  /** How many calls a choice would find beside the other filters; undefined until they are counted. */
  spread: RouterOutputs["calls"]["spread"] | undefined;
}

export function FilterFields({ params, choices, spread }: FilterFieldsProps) {
  const t = useTranslations("calls");
  return (
    <>
      <div className="grid grid-cols-3 gap-4">
        <CallChoiceLists
          chosen={params}
          choices={choices}
          {...(spread && { countIn: (province) => spread.provinces[province] ?? 0 })}
        />
        <MarkFields params={params} mayChooseDeleted={choices.mayChooseDeleted} />
        <DurationField name="wait" min={params.waitMin} max={params.waitMax} counts={spread?.wait} />
        <DurationField name="talk" min={params.talkMin} max={params.talkMax} counts={spread?.talk} />
        <DurationField name="handle" min={params.handleMin} max={params.handleMax} counts={spread?.handle} />
      </div>
      {spread?.sampleOf ? (
        <p className="text-caption text-muted">{t("sampled", { count: spread.sampleOf })}</p>
      ) : null}
      <SingleFields params={params} />
    </>
  );
}

/** What a call is, apart from any list of choices. */
function MarkFields({ params, mayChooseDeleted }: { params: CallLogParams; mayChooseDeleted: boolean }) {
  const t = useTranslations("calls");
  return (
    <div className="grid content-start gap-2">
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

/** What is typed. */
function SingleFields({ params }: { params: CallLogParams }) {
  const t = useTranslations("calls");
  return (
    <div className="grid grid-cols-5 gap-4 border-t border-line pt-4">
      <Field label={t("fields.from")}>
        <Input type="date" name="from" defaultValue={params.from ?? ""} />
      </Field>
      <Field label={t("fields.to")}>
        <Input type="date" name="to" defaultValue={params.to ?? ""} />
      </Field>
      <Field label={t("fields.phone")} hint={t("fields.phoneHint")}>
        <Input name="phone" inputMode="tel" defaultValue={params.phone ?? ""} maxLength={40} />
      </Field>
      <Field label={t("fields.name")}>
        <Input name="name" defaultValue={params.name ?? ""} maxLength={200} />
      </Field>
      <Field label={t("fields.note")}>
        <Input name="note" defaultValue={params.note ?? ""} maxLength={200} />
      </Field>
    </div>
  );
}
