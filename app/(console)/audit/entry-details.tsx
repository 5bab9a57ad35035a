import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import {
  type AuditWords,
  type DetailLine,
  detailLines,
  lineText,
  type Told,
} from "@/app/(console)/audit/detail-words";
import { type AuditEntry, subjectName } from "@/app/(console)/audit/entry-words";
import { auditRemark } from "@/server/domain/audit/audit-remark";

/** Of a change to thousands of people at once a page shows the beginning; the export has it all. */
const linesMax = 50;

/** What an entry tells: a single thing at once, several behind a line that says what they are about. */
export function EntryDetails({ entry, words }: { entry: AuditEntry; words: AuditWords }) {
  // The call of a note is where the note's own link goes.
  const lines = detailLines(entry, words).filter(({ key }) => key !== "callId");
  const [only] = lines;
  if (only === undefined) return null;
  const remark = auditRemark(entry.details);
  if (lines.length === 1 && !(only.before?.isRaw || only.after.isRaw)) {
    const text = only.after.text === remark ? remark : lineText(only, words);
    return <p className="min-w-56 pl-4.5 text-muted wrap-anywhere">{text}</p>;
  }
  const isNews = remark !== null && remark !== subjectName(entry, words);
  return (
    <details className="group min-w-56">
      <summary className="flex list-none items-start gap-1 rounded-sm text-muted hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="mt-0.5 size-3.5 shrink-0 transition-transform group-open:rotate-90 motion-reduce:transition-none"
        />
        <span className="min-w-0 truncate group-open:whitespace-normal">
          {isNews ? remark : namesOf(lines, words)}
        </span>
      </summary>
      <Lines lines={lines} />
    </details>
  );
}

function namesOf(lines: readonly DetailLine[], { list }: AuditWords): string {
  const names = list(lines.slice(0, 3).map(({ label }) => label));
  return lines.length > 3 ? `${names}…` : names;
}

function Lines({ lines }: { lines: readonly DetailLine[] }) {
  const t = useTranslations("audit");
  const left = lines.length - linesMax;
  return (
    <>
      <dl className="mt-1.5 mb-1 grid grid-cols-[fit-content(12rem)_minmax(0,1fr)] gap-x-4 gap-y-1 pl-4.5">
        {lines.slice(0, linesMax).map(({ key, label, before, after }) => (
          <div key={key} className="contents">
            <dt className="text-muted">{label}</dt>
            <dd className="min-w-0 wrap-anywhere">
              {before ? (
                <>
                  <del className="text-muted no-underline">
                    <Value told={before} />
                  </del>
                  <span aria-hidden className="px-1.5 text-muted">
                    →
                  </span>
                </>
              ) : null}
              <ins className="no-underline">
                <Value told={after} />
              </ins>
            </dd>
          </div>
        ))}
      </dl>
      {left > 0 ? <p className="pl-4.5 text-caption text-muted">{t("more", { count: left })}</p> : null}
    </>
  );
}

function Value({ told: { text, isRaw } }: { told: Told }) {
  return isRaw ? <code className="font-mono text-caption">{text}</code> : text;
}
