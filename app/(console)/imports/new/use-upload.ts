import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { z } from "zod";
import { useRefusalText } from "@/app/_components/refusal-text";
import { toast } from "@/app/_components/ui/toast";
import type { CsvMapping } from "@/server/domain/importing/csv-mapping";
import type { FileEncoding, ImportFormat } from "@/server/domain/importing/format";
import { type RefusalReason, refusalReasons } from "@/server/domain/refusal";

export interface UploadWish {
  readonly file: File;
  readonly format: ImportFormat;
  readonly source: string;
  readonly timeZone: string;
  readonly encoding: FileEncoding;
  readonly mapping: CsvMapping | undefined;
}

const Answer = z
  .object({
    importId: z.uuid(),
    refusal: z.object({
      reason: z.custom<RefusalReason>((reason) => typeof reason === "string" && reason in refusalReasons),
      details: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
    /** Of what nobody foresaw. */
    errorId: z.string(),
  })
  .partial();

/** Sends a file as it is read from the disk; only XMLHttpRequest tells how much has been sent. */
export function useUpload() {
  const t = useTranslations("imports");
  const failures = useTranslations("refusals");
  const router = useRouter();
  const textOf = useRefusalText();
  const [sentBytes, setSentBytes] = useState<number | null>(null);
  const request = useRef<XMLHttpRequest | null>(null);

  const isSending = sentBytes !== null;
  useEffect(() => {
    if (!isSending) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isSending]);

  function conclude(text: string) {
    const { importId, refusal, errorId } = Answer.safeParse(parseJson(text)).data ?? {};
    if (importId) return router.push(`/imports/${importId}`);
    setSentBytes(null);
    const failure = errorId ? failures("unexpected", { errorId }) : t("upload.failed");
    toast({ tone: "danger", title: refusal ? textOf(refusal) : failure });
  }

  function start(wish: UploadWish) {
    const sending = new XMLHttpRequest();
    request.current = sending;
    setSentBytes(0);
    sending.upload.onprogress = ({ loaded }) => setSentBytes(loaded);
    sending.onload = () => conclude(sending.responseText);
    sending.onerror = () => conclude("");
    sending.onabort = () => setSentBytes(null);
    sending.open("POST", `/api/imports?${searchOf(wish)}`);
    sending.setRequestHeader("content-type", "application/octet-stream");
    sending.setRequestHeader("x-hotline", "console");
    sending.send(wish.file);
  }

  return { sentBytes, start, cancel: () => request.current?.abort() };
}

function searchOf({ file, mapping, ...fields }: UploadWish): URLSearchParams {
  const search = new URLSearchParams({ ...fields, fileName: file.name, fileBytes: String(file.size) });
  if (mapping !== undefined) search.set("mapping", JSON.stringify(mapping));
  return search;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
