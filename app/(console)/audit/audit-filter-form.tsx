import { getTranslations } from "next-intl/server";
import { Button } from "@/app/_components/ui/button";
import { Select } from "@/app/_components/ui/select";
import type { RouterOutputs } from "@/app/_trpc/outputs";
import type { AuditParams } from "@/app/(console)/audit/search-params";
import { AuditSubject } from "@/server/domain/audit/audit-filter";

interface AuditFilterFormProps {
  people: RouterOutputs["audit"]["list"]["people"];
  params: AuditParams;
}

export async function AuditFilterForm({ people, params }: AuditFilterFormProps) {
  const t = await getTranslations("audit");
  return (
    <form
      key={`${params.actor} ${params.subject}`}
      action="/audit"
      className="flex flex-wrap items-center gap-3"
    >
      <Select name="actor" aria-label={t("actor")} defaultValue={params.actor ?? ""}>
        <option value="">{t("anyActor")}</option>
        {people.map(({ userId, name }) => (
          <option key={userId} value={userId}>
            {name}
          </option>
        ))}
      </Select>
      <Select name="subject" aria-label={t("subject")} defaultValue={params.subject ?? ""}>
        <option value="">{t("anySubject")}</option>
        {AuditSubject.options.map((subject) => (
          <option key={subject} value={subject}>
            {t(`subjects.${subject}`)}
          </option>
        ))}
      </Select>
      <Button type="submit">{t("show")}</Button>
    </form>
  );
}
