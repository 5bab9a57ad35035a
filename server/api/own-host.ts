import { isIP } from "node:net";
import { env } from "@/server/env";

const thisMachine = ["localhost", "127.0.0.1", "[::1]"];
const everyInterface = ["0.0.0.0", "::"];

/**
 * Whether a request that names `host` as its destination means us. The password of a demo is public, so
 * there a name that somebody else has pointed at this machine must not do. Elsewhere any name will.
 */
export function isOwnHost(host: string | null | undefined): boolean {
  const { HOTLINE_DEMO, HOTLINE_HOST = "", NEXTAUTH_URL } = env();
  if (!HOTLINE_DEMO) return true;
  const name = hostName(host);
  if (name === undefined) return false;
  // Nobody can point an address, as opposed to a name, at another machine.
  if (everyInterface.includes(HOTLINE_HOST) && isIP(name.replace(/^\[|\]$/g, "")) !== 0) return true;
  return [...thisMachine, hostName(HOTLINE_HOST), NEXTAUTH_URL && new URL(NEXTAUTH_URL).hostname].includes(
    name,
  );
}

/** The name in "NAME:PORT", as URLs write it. */
function hostName(host: string | null | undefined): string | undefined {
  if (!host) return undefined;
  const address = `http://${isIP(host) === 6 ? `[${host}]` : host}`;
  return URL.canParse(address) ? new URL(address).hostname : undefined;
}
