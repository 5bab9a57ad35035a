import type { NextRequest } from "next/server";
import nextAuth from "next-auth";
import { clientAddress } from "@/server/auth/client-address";
import { authOptions } from "@/server/auth/options";
import { connection } from "@/server/store/connection";

interface AuthRoute {
  readonly params: Promise<{ nextauth: string[] }>;
}

/** Answers everything under /api/auth. */
export function answerAuthRequest(request: NextRequest, route: AuthRoute): Promise<Response> {
  const options = authOptions({
    db: connection().db,
    now: Date.now,
    address: clientAddress(request.headers),
    userAgent: request.headers.get("user-agent"),
  });
  return nextAuth(request, route, options);
}
