import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CallSheet } from "@/app/_components/calls/call-sheet";
import { usePlaceName } from "@/app/_components/calls/place-name";
import { formatDuration } from "@/app/_components/format/duration";
import { Moment } from "@/app/_components/format/moment";

interface CallFactsProps {
  call: CallSheet["call"];
  /** Stands in place of the masked number where it can be revealed. */
  number?: ReactNode;
}

/** What is known of a call, and what its handling was made of. */
export function CallFacts({ call, number }: CallFactsProps) {
  const t = useTranslations("call");
  const words = useTranslations("calls");
  const placeName = usePlaceName();
  return (
    <section aria-label={t("facts.title")} className="grid gap-4">
      <h2 className="text-section">{t("facts.title")}</h2>
      <dl className="grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-x-6 gap-y-3">
        <Fact name={t("facts.number")}>{number ?? call.customerNumber ?? t("number.withheld")}</Fact>
        <Fact name={t("facts.place")}>{placeName(call)}</Fact>
        <Fact name={t("facts.direction")}>{words(`directions.${call.direction}`)}</Fact>
        <Fact name={t("facts.line")}>{call.lineNumber ?? "–"}</Fact>
        <Fact name={t("facts.startedAt")}>
          <Moment at={call.startedAt} as="clock" />
        </Fact>
        <Fact name={t("facts.answeredAt")}>
          {call.answeredAt === null ? t("facts.notAnswered") : <Moment at={call.answeredAt} as="clock" />}
        </Fact>
        <Fact name={t("facts.endedAt")}>
          {call.endedAt === null ? t("goesOn") : <Moment at={call.endedAt} as="clock" />}
          {call.endedBy ? <span className="text-muted"> {t(`endedBy.${call.endedBy}`)}</span> : null}
        </Fact>
        <Fact name={t("facts.skillGroup")}>{call.skillGroup ?? "–"}</Fact>
        <Fact name={t("facts.agent")}>{call.agent ?? "–"}</Fact>
        <Fact name={t("facts.verification")}>
          {call.verification ? words(`verifications.${call.verification}`) : "–"}
        </Fact>
        <Fact name={t("facts.customerRef")}>{call.customerRef ?? "–"}</Fact>
        <Fact name={t("facts.survey")}>{call.surveyScore ?? "–"}</Fact>
      </dl>
      <HandleParts call={call} />
    </section>
  );
}

function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-caption text-muted">{name}</dt>
      <dd className="break-words text-body">{children}</dd>
    </div>
  );
}

/**
 * IVR and wait, then talk + hold + wrap-up = handle time, as a sum that can be checked. What a call did not come to
 * has no time, rather than one of zero.
 */
function HandleParts({ call }: { call: CallSheet["call"] }) {
  const t = useTranslations("call");
  const wasAnswered = call.answeredAt !== null;
  const parts = [
    ["ivr", call.ivrMs, call.ivrMs > 0],
    ["wait", call.waitMs, call.visitCount > 0],
    ["talk", call.talkMs, wasAnswered],
    ["hold", call.holdMs, wasAnswered],
    ["wrapUp", call.wrapUpMs, wasAnswered],
    ["handle", call.handleMs, wasAnswered],
  ] as const;
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-2 border-t border-line pt-3">
      {parts.map(([name, ms, applies]) => (
        <div key={name}>
          <dt className="text-caption text-muted">{t(`parts.${name}`)}</dt>
          <dd className={name === "handle" ? "text-body font-semibold" : "text-body"}>
            {applies ? formatDuration(ms) : "–"}
          </dd>
        </div>
      ))}
    </dl>
  );
}
