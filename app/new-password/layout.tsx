import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Document } from "@/app/_components/document";
import { ClientMessages } from "@/app/_i18n/client-messages";
import { QueryProvider } from "@/app/_trpc/query-client";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("newPassword");
  return { title: t("title") };
}

export default function NewPasswordLayout({ children }: { children: ReactNode }) {
  return (
    <Document>
      <ClientMessages namespaces={["newPassword", "refusals"]}>
        <QueryProvider>{children}</QueryProvider>
      </ClientMessages>
    </Document>
  );
}
