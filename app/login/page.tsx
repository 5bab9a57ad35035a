import { LoginSearch } from "@/app/login/search-params";
import { SignInForm } from "@/app/login/sign-in-form";
import { currentSession } from "@/server/auth/current-session";
import { redirectTo } from "@/server/auth/redirect-to";
import { demoAccounts, demoPassword } from "@/server/domain/people/demo-accounts";
import { safeReturnPath } from "@/server/domain/people/return-path";
import { env } from "@/server/env";

export default async function LoginPage({ searchParams }: PageProps<"/login">) {
  const { from, callbackUrl, error } = LoginSearch.parse(await searchParams);
  const returnPath = safeReturnPath(from ?? callbackUrl);
  if (await currentSession()) redirectTo(returnPath);
  const { OIDC_ISSUER, OIDC_NAME, HOTLINE_DEMO } = env();
  return (
    <main className="grid min-h-dvh content-center justify-items-center px-4 py-12">
      <SignInForm
        returnPath={returnPath}
        failedBecause={error}
        singleSignOnName={OIDC_ISSUER && OIDC_NAME}
        demo={HOTLINE_DEMO ? { accounts: demoAccounts, password: demoPassword } : undefined}
      />
    </main>
  );
}
