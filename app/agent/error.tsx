"use client";

import { Failure, type FailureProps } from "@/app/_components/failure";

export default function AgentError({ error, retry }: FailureProps) {
  return <Failure error={error} retry={retry} />;
}
