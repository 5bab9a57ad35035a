import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { Document } from "@/app/_components/document";
import { ButtonLink } from "@/app/_components/ui/button";
import { EmptyState } from "@/app/_components/ui/empty-state";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("missing");
  return { title: t("title") };
}

export default function PageMissing() {
  return (
    <Document>
      <main className="mx-auto max-w-xl px-6 py-24">
        <Missing />
      </main>
    </Document>
  );
}

function Missing() {
  const t = useTranslations("missing");
  return (
    <EmptyState heading="h1" title={t("title")} actions={<ButtonLink href="/">{t("home")}</ButtonLink>}>
      {t("text")}
    </EmptyState>
  );
}
