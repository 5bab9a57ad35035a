import { getTranslations } from "next-intl/server";
import { api } from "@/app/_trpc/server";
import { settle } from "@/app/_trpc/settle";
import type { CallFilter } from "@/server/domain/calls/call-filter";

/** How many calls the list holds; it follows when it has been counted. */
export async function CallCount({ filter }: { filter: CallFilter }) {
  const t = await getTranslations("calls");
  const counted = await settle(api.calls.count({ filter }));
  return counted.ok ? t("count", { count: counted.value }) : null;
}
