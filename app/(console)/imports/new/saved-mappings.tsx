"use client";

import { useMutation } from "@tanstack/react-query";
import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTellFailure } from "@/app/_components/tell-failure";
import { Field } from "@/app/_components/ui/field";
import { IconButton } from "@/app/_components/ui/icon-button";
import { Select } from "@/app/_components/ui/select";
import { toast } from "@/app/_components/ui/toast";
import { trpcOptions } from "@/app/_trpc/query-client";
import type { CsvMapping } from "@/server/domain/importing/csv-mapping";

interface SavedMappingsProps {
  saved: readonly { name: string; mapping: CsvMapping }[];
  onChoose: (mapping: CsvMapping) => void;
}

/** The mappings that were kept: to take one for this file, or to delete it. */
export function SavedMappings({ saved, onChoose }: SavedMappingsProps) {
  const t = useTranslations("imports");
  const router = useRouter();
  const onError = useTellFailure();
  const [name, setName] = useState("");
  const chosen = saved.find((one) => one.name === name);
  const refresh = () => router.refresh();
  const save = useMutation(trpcOptions.imports.saveMapping.mutationOptions({ onSuccess: refresh, onError }));
  const remove = useMutation(
    trpcOptions.imports.deleteMapping.mutationOptions({
      onSuccess: (deleted) => {
        setName("");
        refresh();
        toast({
          title: t("mapping.deleted", { name: deleted.name }),
          action: { label: t("mapping.undo"), onSelect: () => save.mutate(deleted) },
        });
      },
      onError,
    }),
  );
  if (saved.length === 0) return null;

  function choose(next: string) {
    setName(next);
    const taken = saved.find((one) => one.name === next);
    if (taken) onChoose(taken.mapping);
  }

  return (
    <div className="flex items-end gap-2">
      <Field label={t("mapping.saved")} className="w-64">
        <Select value={chosen ? name : ""} onChange={(event) => choose(event.target.value)}>
          <option value="">{t("mapping.none")}</option>
          {saved.map((one) => (
            <option key={one.name}>{one.name}</option>
          ))}
        </Select>
      </Field>
      {chosen ? (
        <IconButton
          label={t("mapping.delete", { name })}
          className="mb-0.5"
          onClick={() => remove.mutate({ name })}
        >
          <Trash2 aria-hidden />
        </IconButton>
      ) : null}
    </div>
  );
}
