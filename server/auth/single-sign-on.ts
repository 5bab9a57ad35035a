import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import { singleSignOnId } from "@/server/domain/people/single-sign-on-id";
import { env } from "@/server/env";

const Claims = z.object({ sub: z.string(), email: z.string(), email_verified: z.literal(true) });

/** The e-mail that the identity provider vouches for; an unverified one could be anybody's. */
export function verifiedEmail(profile: unknown): string | null {
  return Claims.safeParse(profile).data?.email ?? null;
}

/** The identity provider of the settings, if they name one. */
export function singleSignOn(): OAuthConfig<{ sub: string }>[] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env();
  if (!(OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET)) return [];
  return [
    {
      id: singleSignOnId,
      name: OIDC_NAME,
      type: "oauth",
      wellKnown: `${OIDC_ISSUER.replace(/\/$/, "")}/.well-known/openid-configuration`,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      authorization: { params: { scope: "openid email profile" } },
      idToken: true,
      checks: ["pkce", "state", "nonce"],
      // The provider's e-mail claims are promised there; the id token, which is verified too, may be bare.
      userinfo: { request: ({ client, tokens }) => client.userinfo(tokens.access_token ?? "") },
      profile: ({ sub }) => ({ id: sub }),
    },
  ];
}
