import { env } from "@/server/env";

/** Browsers refuse `__Host-` cookies that came over plain HTTP or from another host of the domain. */
export function sessionCookie() {
  const secure = isServedOverHttps();
  return {
    name: secure ? "__Host-hotline-session" : "hotline-session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure },
  } as const;
}

export function isServedOverHttps(): boolean {
  return env().NEXTAUTH_URL?.startsWith("https://") ?? false;
}

/** The key that session cookies are encrypted with. */
export function sessionSecret(): string {
  const secret = env().NEXTAUTH_SECRET;
  if (!secret)
    throw new Error("NEXTAUTH_SECRET is not set: start Hotline with `npm start`, which keeps one.");
  return secret;
}
