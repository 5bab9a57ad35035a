import { useTranslations } from "next-intl";
import type { Role } from "@/server/domain/people/role";

interface DemoAccount {
  readonly role: Role;
  readonly email: string;
}

export interface DemoSignIns {
  readonly accounts: readonly DemoAccount[];
  readonly password: string;
}

interface DemoAccountsProps {
  demo: DemoSignIns;
  onChoose: (account: DemoAccount) => void;
}

export function DemoAccounts({ demo, onChoose }: DemoAccountsProps) {
  const t = useTranslations("login");
  return (
    <section aria-labelledby="demo-accounts" className="grid gap-2 border-t border-line pt-5">
      <h2 id="demo-accounts" className="text-table font-medium">
        {t("demoTitle")}
      </h2>
      <p className="text-caption text-muted">{t("demoHint")}</p>
      <ul className="grid divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
        {demo.accounts.map((account) => (
          <li key={account.role}>
            <button
              type="button"
              onClick={() => onChoose(account)}
              className="flex h-9 w-full items-center justify-between gap-4 px-3 text-table transition-colors hover:bg-hover"
            >
              <span className="font-medium">{t(`roles.${account.role}`)}</span>
              <span className="font-mono text-caption text-muted">{account.email}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
