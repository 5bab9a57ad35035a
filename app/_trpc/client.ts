import { createTRPCClient, httpBatchLink } from "@trpc/client";
import type { AppRouter } from "@/server/api/root";

/** The API as the browser calls it. The header keeps other sites' forms out (they cannot set one). */
export const trpc = createTRPCClient<AppRouter>({
  links: [httpBatchLink({ url: "/api/trpc", headers: { "x-hotline": "console" } })],
});
