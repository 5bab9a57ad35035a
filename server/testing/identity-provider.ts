import { once } from "node:events";
import { createServer } from "node:http";
import { Provider } from "oidc-provider";
import { loopback } from "@/server/launch/free-port";

export interface IdentityProviderPlan {
  readonly port: number;
  readonly client: { readonly id: string; readonly secret: string; readonly redirectAddress: string };
  /** Whose e-mail addresses it vouches for, as they are typed to sign in. */
  readonly verified: readonly string[];
}

export interface IdentityProvider {
  readonly issuer: string;
  stop(): Promise<void>;
}

/**
 * An OpenID provider on this machine, as strict as they come: it insists on PKCE and tells the e-mail address
 * at its userinfo endpoint only. It has a form for people to sign in with, and takes any password.
 */
export async function startIdentityProvider(plan: IdentityProviderPlan): Promise<IdentityProvider> {
  const issuer = `http://${loopback}:${plan.port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: plan.client.id,
        client_secret: plan.client.secret,
        redirect_uris: [plan.client.redirectAddress],
      },
    ],
    claims: { openid: ["sub"], profile: ["name"], email: ["email", "email_verified"] },
    pkce: { required: () => true },
    findAccount: (_, accountId) => ({
      accountId,
      claims: () => ({
        sub: accountId,
        email: accountId,
        email_verified: plan.verified.includes(accountId),
      }),
    }),
  });
  const server = createServer(provider.callback()).listen(plan.port, loopback);
  await once(server, "listening");
  return {
    issuer,
    async stop() {
      server.closeAllConnections();
      await once(server.close(), "close");
    },
  };
}
