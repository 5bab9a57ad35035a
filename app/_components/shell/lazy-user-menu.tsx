"use client";

import { lazy, Suspense, useState } from "react";
import { AccountButton } from "@/app/_components/shell/account-button";
import type { UserMenuProps } from "@/app/_components/shell/user-menu";

const load = () => import("@/app/_components/shell/user-menu");
const UserMenu = lazy(async () => ({ default: (await load()).UserMenu }));

/** The account's button; the menu behind it is fetched when somebody is about to open it. */
export function LazyUserMenu(props: UserMenuProps) {
  const [wanted, setWanted] = useState(false);
  const button = (
    <AccountButton
      viewer={props.viewer}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={load}
      onFocus={load}
      onClick={() => setWanted(true)}
    />
  );
  return wanted ? (
    <Suspense fallback={button}>
      <UserMenu {...props} />
    </Suspense>
  ) : (
    button
  );
}
