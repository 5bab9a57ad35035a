import { cookies } from "next/headers";
import { Theme } from "@/app/_components/theme";
import { cookieNames } from "@/app/_i18n/cookies";
import { currentSession } from "@/server/auth/current-session";

/** The signed-in person's choice; for strangers, what this browser remembers. */
export async function chosenTheme(): Promise<Theme> {
  const session = await currentSession();
  const remembered = (await cookies()).get(cookieNames.theme)?.value;
  return session?.theme ?? Theme.catch("system").parse(remembered);
}
