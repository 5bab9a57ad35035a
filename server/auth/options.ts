import type { Account, NextAuthOptions, User } from "next-auth";
import credentials from "next-auth/providers/credentials";
import { isServedOverHttps, sessionCookie, sessionSecret } from "@/server/auth/session-cookie";
import { SessionToken } from "@/server/auth/session-token";
import { singleSignOn, verifiedEmail } from "@/server/auth/single-sign-on";
import { authLog, foreseen } from "@/server/auth/unexpected";
import type { SessionContext } from "@/server/commands/sessions/session-context";
import {
  checkPassword,
  findBySingleSignOn,
  openSession,
  openSingleSignOnSession,
} from "@/server/commands/sessions/sign-in";
import { signOut } from "@/server/commands/sessions/sign-out";
import { UserId } from "@/server/domain/identifiers";
import { safeReturnPath } from "@/server/domain/people/return-path";
import { sessionMsMax } from "@/server/domain/people/session-limits";
import { signInFaultWord } from "@/server/domain/people/sign-in-fault";
import { singleSignOnId } from "@/server/domain/people/single-sign-on-id";

/** The request that next-auth is answering. */
export interface AuthRequest extends SessionContext {
  readonly address: string;
  readonly userAgent: string | null;
}

/** How next-auth signs people in and out; the sessions themselves are rows of ours. */
export function authOptions(request: AuthRequest): NextAuthOptions {
  return {
    secret: sessionSecret(),
    session: { strategy: "jwt", maxAge: sessionMsMax / 1000 },
    useSecureCookies: isServedOverHttps(),
    cookies: { sessionToken: sessionCookie() },
    logger: authLog,
    pages: { signIn: "/login", signOut: "/login", error: "/login" },
    providers: [passwordProvider(request), ...singleSignOn()],
    callbacks: {
      // Only ever to a page of ours; whole, because next-auth's own script cannot read a mere path.
      redirect: ({ url, baseUrl }) => new URL(safeReturnPath(url.replace(baseUrl, "")), baseUrl).href,
      async signIn({ account, profile }) {
        if (account?.provider !== singleSignOnId) return true;
        const person = await foreseen(() => findBySingleSignOn(request, verifiedEmail(profile)));
        return person.ok || `/login?error=${signInFaultWord(person)}`;
      },
      async jwt({ token, user, account, profile }) {
        // next-auth passes an account only while somebody is signing in.
        if (!account) return SessionToken.parse(token);
        const userId = await signedInPerson(request, { account, user, profile });
        const open = account.provider === singleSignOnId ? openSingleSignOnSession : openSession;
        return { sessionId: await open(request, userId, request.userAgent) };
      },
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        const named = SessionToken.safeParse(token);
        if (named.success) await signOut(request, named.data.sessionId);
      },
    },
  };
}

function passwordProvider(request: AuthRequest) {
  return credentials({
    credentials: { email: { type: "email" }, password: { type: "password" } },
    async authorize(typed) {
      const { email = "", password = "" } = typed ?? {};
      const { address } = request;
      const person = await foreseen(() => checkPassword(request, { email, password, address }));
      // The message is what next-auth hands to the sign-in page.
      if (!person.ok) throw new Error(signInFaultWord(person));
      return { id: person.value };
    },
  });
}

interface SignedIn {
  readonly account: Account;
  readonly user: User;
  readonly profile: unknown;
}

async function signedInPerson(request: AuthRequest, { account, user, profile }: SignedIn): Promise<UserId> {
  if (account.provider !== singleSignOnId) return UserId.parse(user.id);
  const person = await findBySingleSignOn(request, verifiedEmail(profile));
  if (!person.ok) throw new Error(person.reason);
  return person.value;
}
