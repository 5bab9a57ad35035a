"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { type ReactNode, useState } from "react";
import { trpc } from "@/app/_trpc/client";
import type { AppRouter } from "@/server/api/root";

function newQueryClient() {
  return new QueryClient({ defaultOptions: { queries: { staleTime: 30_000, retry: 1 } } });
}

/** Query and mutation options per procedure, for TanStack Query's hooks. */
export const trpcOptions = createTRPCOptionsProxy<AppRouter>({ client: trpc, queryClient: newQueryClient });

/** For pages that ask the API from the browser: those that do not are spared its scripts. */
export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(newQueryClient);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
