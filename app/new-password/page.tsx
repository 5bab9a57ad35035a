import { getTranslations } from "next-intl/server";
import { NewPasswordForm } from "@/app/new-password/new-password-form";
import { NewPasswordSearch } from "@/app/new-password/search-params";
import { viewerWithPasswordDue } from "@/server/auth/current-viewer";
import { redirectTo } from "@/server/auth/redirect-to";
import { safeReturnPath } from "@/server/domain/people/return-path";

/** Whoever signed in with a password that an admin handed over chooses their own, and sees nothing before. */
export default async function NewPasswordPage({ searchParams }: PageProps<"/new-password">) {
  const returnPath = safeReturnPath(NewPasswordSearch.parse(await searchParams).from);
  const viewer = await viewerWithPasswordDue();
  if (!viewer) redirectTo(returnPath);
  const t = await getTranslations("newPassword");
  return (
    <main className="grid min-h-dvh content-center justify-items-center px-4 py-12">
      <div className="grid w-full max-w-sm gap-6">
        <header className="grid gap-2">
          <h1 className="text-title">{t("title")}</h1>
          <p className="text-body text-muted">{t("why", { name: viewer.name })}</p>
        </header>
        <NewPasswordForm returnPath={returnPath} />
      </div>
    </main>
  );
}
