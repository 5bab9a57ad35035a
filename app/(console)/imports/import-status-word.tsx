import { useTranslations } from "next-intl";
import { type StateColour, StateWord } from "@/app/_components/ui/state-word";
import type { ImportStatus } from "@/server/domain/importing/import-status";

const colours: Record<ImportStatus, StateColour> = {
  uploading: "waiting",
  waiting: "waiting",
  running: "talking",
  finished: "free",
  cancelled: "offline",
  refused: "lost",
  failed: "lost",
};

export function ImportStatusWord({ status }: { status: ImportStatus }) {
  const t = useTranslations("imports");
  return <StateWord state={colours[status]}>{t(`status.${status}`)}</StateWord>;
}
