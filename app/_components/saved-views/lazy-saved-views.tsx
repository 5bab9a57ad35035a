"use client";

import { Bookmark } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, lazy, Suspense, useState } from "react";
import type { SavedViews as EagerSavedViews } from "@/app/_components/saved-views/saved-views";
import { Button } from "@/app/_components/ui/button";

const load = () => import("@/app/_components/saved-views/saved-views-menu");
const SavedViewsMenu = lazy(async () => ({ default: (await load()).SavedViewsMenu }));

/** The button of the saved views; the menu behind it is fetched when somebody is about to open it. */
export function LazySavedViews(props: Omit<ComponentProps<typeof EagerSavedViews>, "initiallyOpen">) {
  const t = useTranslations("views");
  const [wanted, setWanted] = useState(false);
  const button = (
    <Button
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={load}
      onFocus={load}
      onClick={() => setWanted(true)}
    >
      <Bookmark aria-hidden />
      {t("button")}
    </Button>
  );
  return wanted ? (
    <Suspense fallback={button}>
      <SavedViewsMenu {...props} />
    </Suspense>
  ) : (
    button
  );
}
