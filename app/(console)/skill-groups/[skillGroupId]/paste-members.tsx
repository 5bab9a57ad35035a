"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/app/_components/ui/button";
import { controlLook } from "@/app/_components/ui/control-look";
import { Dialog, DialogClose } from "@/app/_components/ui/dialog";
import { cellLook, headLook, PlainTable } from "@/app/_components/ui/plain-table";
import type { PossibleMember } from "@/app/(console)/skill-groups/[skillGroupId]/shown-skill-group";
import { type PastedRow, readPastedMembers } from "@/server/domain/skill-groups/read-pasted-members";
import type { MemberChange } from "@/server/domain/skill-groups/skill-group";

interface PasteMembersProps {
  text: string;
  people: readonly PossibleMember[];
  onChange: (text: string) => void;
  onAdd: (changes: readonly MemberChange[]) => void;
  onClose: () => void;
}

/** Shows what is understood of pasted rows before it is taken over; rows that are not understood stay to be mended. */
export function PasteMembers({ text, people, onChange, onAdd, onClose }: PasteMembersProps) {
  const t = useTranslations("skillGroups.members.paste");
  const rows = readPastedMembers(text, people);
  const understood = rows.flatMap((row) =>
    row.ok ? [{ userId: row.person.userId, proficiency: row.proficiency }] : [],
  );
  const rest = rows.filter((row) => !row.ok);

  function take() {
    onAdd(understood);
    if (rest.length === 0) onClose();
    else onChange(rest.map((row) => row.text).join("\n"));
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      wide
      title={t("title")}
      description={t("description")}
      footer={
        <>
          <DialogClose>
            <Button>{t("close")}</Button>
          </DialogClose>
          <Button variant="primary" disabled={understood.length === 0} onClick={take}>
            {t("take", { count: understood.length })}
          </Button>
        </>
      }
    >
      <label className="grid gap-1 text-table font-medium">
        {t("rows")}
        <textarea
          rows={5}
          spellCheck={false}
          className={`${controlLook} py-1.5 font-mono`}
          placeholder={t("placeholder")}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      </label>
      {rows.length > 0 ? (
        <>
          <p role="status" className="text-table text-muted">
            {t("summary", { understood: understood.length, rest: rest.length })}
          </p>
          <Preview rows={rows} />
        </>
      ) : null}
    </Dialog>
  );
}

function Preview({ rows }: { rows: readonly PastedRow[] }) {
  const t = useTranslations("skillGroups.members.paste");
  // Two rows may hold the same text: a row's place is all that tells it from another.
  const placed = rows.map((row, place) => ({ row, place }));
  return (
    <PlainTable label={t("preview")}>
      <thead>
        <tr>
          <th scope="col" className={headLook}>
            {t("rows")}
          </th>
          <th scope="col" className={headLook}>
            {t("meaning")}
          </th>
        </tr>
      </thead>
      <tbody>
        {placed.map(({ row, place }) => (
          <tr key={place}>
            <td className={`${cellLook} max-w-60 truncate font-mono`}>{row.text}</td>
            <td className={cellLook}>
              {row.ok ? (
                t("understood", { name: row.person.name, level: row.proficiency })
              ) : (
                <span className="text-danger">{t(`faults.${row.fault}`)}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
}
