import { getTranslations } from "next-intl/server";
import { periods } from "@/app/_components/period/period";
import { Button } from "@/app/_components/ui/button";
import { PlainInput, PlainSelect } from "@/app/_components/ui/plain-field";
import type { RouterOutputs } from "@/app/_trpc/outputs";
import { type AuditParams, chosenDays } from "@/app/(console)/audit/search-params";
import { AuditSubject } from "@/server/domain/audit/audit-filter";

type Person = RouterOutputs["audit"]["names"]["people"][number];

interface AuditFilterFormProps {
  people: readonly Person[];
  params: AuditParams;
}

/** A form that a browser sends by itself, with or without JavaScript. */
export async function AuditFilterForm({ people, params }: AuditFilterFormProps) {
  const t = await getTranslations("audit");
  return (
    // The key gives the fields their new defaults when the address changes by other ways.
    <form key={JSON.stringify(params)} action="/audit" className="flex flex-wrap items-end gap-x-2 gap-y-3">
      <PeriodFields params={params} />
      <PlainSelect name="actor" label={t("actor")} defaultValue={params.actor ?? ""} className="max-w-56">
        <option value="">{t("anyActor")}</option>
        <PeopleOptions people={people.filter(({ deactivatedAt }) => deactivatedAt === null)} />
        <optgroup label={t("deactivated")}>
          <PeopleOptions people={people.filter(({ deactivatedAt }) => deactivatedAt !== null)} />
        </optgroup>
      </PlainSelect>
      <PlainSelect name="subject" label={t("subject")} defaultValue={params.subject ?? ""}>
        <option value="">{t("anySubject")}</option>
        {AuditSubject.options.map((subject) => (
          <option key={subject} value={subject}>
            {t(`subjects.${subject}`)}
          </option>
        ))}
      </PlainSelect>
      <Button type="submit">{t("show")}</Button>
    </form>
  );
}

async function PeriodFields({ params }: { params: AuditParams }) {
  const words = await getTranslations("calls");
  const { from, to } = chosenDays(params);
  const isChosen = from !== null || to !== null;
  return (
    <>
      <PlainSelect name="period" label={words("fields.period")} defaultValue={params.period}>
        {periods.map((period) => (
          <option key={period} value={period}>
            {words(`periods.${period === "all" && isChosen ? "custom" : period}`)}
          </option>
        ))}
      </PlainSelect>
      <PlainInput
        type="date"
        name="from"
        label={words("fields.from")}
        defaultValue={from ?? ""}
        className="w-36"
      />
      <PlainInput type="date" name="to" label={words("fields.to")} defaultValue={to ?? ""} className="w-36" />
    </>
  );
}

function PeopleOptions({ people }: { people: readonly Person[] }) {
  return people.map(({ userId, name }) => (
    <option key={userId} value={userId}>
      {name}
    </option>
  ));
}
