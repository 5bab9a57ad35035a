"use client";

import { Failure, type FailureProps } from "@/app/_components/failure";

export default function ConsoleError({ error, retry }: FailureProps) {
  return <Failure error={error} retry={retry} />;
}
