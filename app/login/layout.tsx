import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Document } from "@/app/_components/document";
import { ClientMessages } from "@/app/_i18n/client-messages";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("login");
  return { title: t("title") };
}

export default function LoginLayout({ children }: { children: ReactNode }) {
  return (
    <Document>
      <ClientMessages namespaces={["login"]}>{children}</ClientMessages>
    </Document>
  );
}
