import { useRef, useState } from "react";
import { saveFile } from "@/app/_components/save-file";

type ExportState = "ready" | "running" | "done" | "failed" | "cancelled";

const lineFeed = 10;

/** Fetches the file at `href` while counting its rows, and hands it to the browser when it is whole. */
export function useExport(href: string) {
  const [state, setState] = useState<ExportState>("ready");
  const [rows, setRows] = useState(0);
  const abort = useRef<AbortController | null>(null);

  async function fetchFile(signal: AbortSignal) {
    const response = await fetch(href, { signal });
    if (!response.ok || !response.body) throw new Error(`the export answered ${response.status}`);
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let lines = 0;
    for await (const part of readParts(response.body)) {
      parts.push(part);
      for (const byte of part) if (byte === lineFeed) lines += 1;
      // The first line holds the headings.
      setRows(Math.max(0, lines - 1));
    }
    const today = new Date().toISOString().slice(0, 10);
    saveFile(new Blob(parts, { type: "text/csv" }), `calls-${today}.csv`);
  }

  async function start() {
    const controller = new AbortController();
    abort.current = controller;
    setRows(0);
    setState("running");
    try {
      await fetchFile(controller.signal);
      setState("done");
    } catch {
      setState(controller.signal.aborted ? "cancelled" : "failed");
    }
  }

  return { state, rows, start, cancel: () => abort.current?.abort() };
}

async function* readParts(body: ReadableStream<Uint8Array<ArrayBuffer>>) {
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
}
