import Link from "next/link";
import { useTranslations } from "next-intl";
import { Moment } from "@/app/_components/format/moment";
import { cellLook, headLook, PlainTable } from "@/app/_components/ui/plain-table";
import type { RouterOutputs } from "@/app/_trpc/outputs";
import { CancelScheduled } from "@/app/(console)/rules/cancel-scheduled";
import { VersionPeriod } from "@/app/(console)/rules/version-period";

interface VersionTableProps {
  versions: RouterOutputs["rules"]["history"]["versions"];
  label: string;
  /** Whether those that are still to come can be called off. */
  mayCancel: boolean;
}

export function VersionTable({ versions, label, mayCancel }: VersionTableProps) {
  const t = useTranslations("rules.version");
  const now = Date.now();
  return (
    <PlainTable label={label}>
      <thead>
        <tr>
          {(["number", "comment", "author", "published", "effective"] as const).map((column) => (
            <th key={column} scope="col" className={headLook}>
              {t(`columns.${column}`)}
            </th>
          ))}
          {mayCancel ? <td className={headLook} /> : null}
        </tr>
      </thead>
      <tbody>
        {versions.map((version) => (
          <tr key={version.number}>
            <td className={cellLook}>
              <Link href={`/rules/versions/${version.number}`} className="font-medium hover:underline">
                {t("title", { number: version.number })}
              </Link>
            </td>
            <td className={`${cellLook} w-full max-w-80 truncate`} title={version.comment}>
              {version.comment}
            </td>
            <td className={cellLook}>{version.authorName}</td>
            <td className={`${cellLook} text-muted`}>
              <Moment at={version.publishedAt} />
            </td>
            <td className={cellLook}>
              <VersionPeriod version={version} now={now} />
            </td>
            {mayCancel ? (
              <td className={`${cellLook} pr-0 text-right`}>
                {version.effectiveFrom > now && version.effectiveUntil !== version.effectiveFrom ? (
                  <CancelScheduled number={version.number} />
                ) : null}
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
}
