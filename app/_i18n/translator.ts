import type { Messages, useTranslations } from "next-intl";

/** What looks up the sentences of one namespace, where it is handed on to a function. */
export type Translator<Namespace extends keyof Messages> = ReturnType<typeof useTranslations<Namespace>>;
