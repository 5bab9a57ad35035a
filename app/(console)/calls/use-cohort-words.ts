import { useFormatter, useTimeZone, useTranslations } from "next-intl";
import { Temporal } from "temporal-polyfill";
import { type FilterChoices, provinceIn } from "@/app/_components/filter-choices";
import { formatDuration } from "@/app/_components/format/duration";
import { weekdayName } from "@/app/_components/format/weekday-name";
import type { Translator } from "@/app/_i18n/translator";
import type { LegOutcome, VisitOutcome } from "@/server/domain/calls/record";
import type { Instant } from "@/server/domain/instant";
import type { Cohort, DurationSpan, FigureFilter, VisitFate, WeekSlot } from "@/server/domain/metrics/cohort";

type Word = string | undefined;
type InRow = (words: readonly string[]) => string;

/** What a cohort asks for, part by part, in the reader's language: when, by which properties, under which conditions. */
export function useCohortWords(cohort: Cohort, choices: FilterChoices): string[] {
  const t = useTranslations("calls");
  const end = useTranslations("call.end");
  const period = usePeriodWords();
  const slot = useSlotWords();
  const format = useFormatter();
  const inRow: InRow = (list) => format.list(list, "row");
  const words: Word[] = [
    period(cohort),
    cohort.slot && slot(cohort.slot),
    ...filterWords({ t, inRow, choices }, cohort.filter),
    ...conditionWords(t, cohort, {
      inRow,
      ending: (outcome) => end(outcome),
      moment: (at) => format.dateTime(at, "moment"),
    }),
  ];
  return words.filter((word) => word !== undefined);
}

/** Whole days are told without their hours. */
function usePeriodWords(): (cohort: Cohort) => string {
  const format = useFormatter();
  const timeZone = useTimeZone() ?? "UTC";
  const isMidnight = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at)
      .toZonedDateTimeISO(timeZone)
      .toPlainTime()
      .equals(new Temporal.PlainTime());
  return ({ from, until }) =>
    isMidnight(from) && isMidnight(until)
      ? format.dateTimeRange(from, until - 1, "dayOfYear")
      : format.dateTimeRange(from, until, "moment");
}

const halfHourMs = 1_800_000;

function useSlotWords(): (slot: WeekSlot) => string {
  const t = useTranslations("calls");
  const format = useFormatter();
  return ({ weekday, halfHour, timeZone }) => {
    const clock = (sinceMidnight: number) =>
      format.dateTime(sinceMidnight * halfHourMs, "clockToMinute", { timeZone: "UTC" });
    return t("cohort.slot", {
      day: weekdayName(format, weekday),
      from: clock(halfHour),
      until: clock(halfHour + 1),
      timeZone,
    });
  };
}

interface FilterWords {
  readonly t: Translator<"calls">;
  readonly inRow: InRow;
  readonly choices: FilterChoices;
}

function filterWords({ t, inRow, choices }: FilterWords, filter: FigureFilter): Word[] {
  const none = t("cohort.none");
  const groups = new Map<string, string>(choices.skillGroups.map((one) => [one.skillGroupId, one.name]));
  const agents = new Map<string, string>(choices.agents.map((one) => [one.userId, one.name]));
  function property<Value>(
    name: string,
    values: readonly Value[] | undefined,
    said: (value: NonNullable<Value>) => string,
  ) {
    if (values === undefined) return undefined;
    const list = values.map((value) => (value === null || value === undefined ? none : said(value)));
    return t("cohort.property", { name, values: inRow(list) });
  }
  return [
    property(t("fields.group"), filter.skillGroupIds, (id) => groups.get(id) ?? t("unknown")),
    property(t("fields.agent"), filter.agentIds, (id) => agents.get(id) ?? t("unknown")),
    filter.direction && t(`directions.${filter.direction}`),
    property(t("fields.province"), filter.provinces, provinceIn(choices)),
    property(t("fields.outcome"), filter.outcomes, (outcome) => t(`outcomes.${outcome}`)),
    property(t("columns.keys"), filter.paths, (path) => path || t("cohort.noKeys")),
    property(t("fields.verification"), filter.verifications, (result) => t(`verifications.${result}`)),
    property(t("cohort.exitNode"), filter.exitNodes, (node) => node),
  ];
}

type Ending = VisitOutcome | LegOutcome;

interface Words {
  readonly inRow: InRow;
  readonly ending: (outcome: Ending) => string;
  readonly moment: (at: Instant) => string;
}

function conditionWords(t: Translator<"calls">, cohort: Cohort, words: Words): Word[] {
  const { inRow, ending } = words;
  const span = (name: string, wanted: DurationSpan | undefined) => wanted && spanWords(t, name, wanted);
  switch (cohort.unit) {
    case "call":
      return [
        span(t("columns.ivr"), cohort.ivr),
        cohort.fromNumber && t("cohort.fromNumber"),
        cohort.repeatWithinHours === undefined
          ? undefined
          : t("cohort.repeat", { hours: cohort.repeatWithinHours }),
      ];
    case "visit":
      return [...visitWords(t, cohort, words), span(t("columns.wait"), cohort.wait)];
    case "offer":
      return [
        cohort.legOutcomes && inRow(offerEndings(cohort.legOutcomes).map(ending)),
        span(t("cohort.ring"), cohort.ring),
      ];
    case "leg":
      return [
        cohort.transferred && t("cohort.transferred"),
        cohort.short && t("cohort.short"),
        cohort.finished === undefined
          ? undefined
          : t(cohort.finished ? "cohort.finished" : "cohort.unfinished"),
        span(t("columns.handle"), cohort.handle),
        span(t("columns.talk"), cohort.talk),
        span(t("columns.hold"), cohort.hold),
        span(t("columns.wrapUp"), cohort.wrapUp),
      ];
  }
}

function visitWords(
  t: Translator<"calls">,
  { visitOutcomes, fates, withinTarget, asOf }: Extract<Cohort, { unit: "visit" }>,
  { inRow, ending, moment }: Words,
): Word[] {
  return [
    visitOutcomes && inRow(visitOutcomes.map(ending)),
    fates && inRow(fates.map((fate) => fateWords(t, fate, ending))),
    targetWords(t, withinTarget),
    asOf === undefined ? undefined : t("cohort.asOf", { moment: moment(asOf) }),
  ];
}

function fateWords(
  t: Translator<"calls">,
  { outcome, withinTarget, givenUp }: VisitFate,
  ending: (outcome: Ending) => string,
): string {
  const words = [ending(outcome), givenUp && t("cohort.givenUp"), targetWords(t, withinTarget)];
  return words.filter(Boolean).join(" ");
}

function targetWords(t: Translator<"calls">, withinTarget: boolean | undefined): Word {
  if (withinTarget === undefined) return undefined;
  return t(withinTarget ? "cohort.withinTarget" : "cohort.pastTarget");
}

/** To an offer, a conversation under way and one that has ended are the same: it was answered. */
function offerEndings(outcomes: readonly LegOutcome[]): Ending[] {
  return [...new Set(outcomes.map((one) => (one === "talking" || one === "ended" ? "answered" : one)))];
}

function spanWords(t: Translator<"calls">, name: string, { min, below }: DurationSpan): Word {
  if (min !== undefined && below !== undefined)
    return t("cohort.between", { name, min: exactly(min), below: exactly(below) });
  if (min !== undefined) return t("cohort.from", { name, min: exactly(min) });
  return below === undefined ? undefined : t("cohort.below", { name, below: exactly(below) });
}

/** The bars of a histogram begin and end between two seconds. */
function exactly(ms: number): string {
  const fraction = ms % 1000;
  if (fraction === 0) return formatDuration(ms);
  return `${formatDuration(ms)}.${String(fraction).padStart(3, "0").replace(/0+$/, "")}`;
}
