"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTellFailure } from "@/app/_components/tell-failure";
import { Button } from "@/app/_components/ui/button";
import { Field } from "@/app/_components/ui/field";
import { Input } from "@/app/_components/ui/input";
import { toast } from "@/app/_components/ui/toast";
import { trpcOptions } from "@/app/_trpc/query-client";
import type { CsvMapping } from "@/server/domain/importing/csv-mapping";

/** Keeps a mapping under a name, once it has what it needs. */
export function SaveMapping({ mapping }: { mapping: CsvMapping | undefined }) {
  const t = useTranslations("imports");
  const router = useRouter();
  const tellFailure = useTellFailure();
  const [name, setName] = useState("");
  const save = useMutation({
    ...trpcOptions.imports.saveMapping.mutationOptions(),
    onSuccess: () => {
      toast({ title: t("mapping.savedNow") });
      router.refresh();
    },
    onError: tellFailure,
  });
  return (
    <div className="flex flex-wrap items-end gap-2">
      <Field label={t("mapping.saveAs")} className="w-64">
        <Input
          value={name}
          placeholder={t("mapping.savePlaceholder")}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Button
        disabled={mapping === undefined || name.trim() === ""}
        pending={save.isPending}
        onClick={() => mapping && save.mutate({ name: name.trim(), mapping })}
      >
        {t("mapping.save")}
      </Button>
    </div>
  );
}
