"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";

const PAUSE_MS = 1000;

/** Asks the server for the page anew for as long as it stands on the page, a second after each answer. */
export function KeepFresh() {
  const router = useRouter();
  const [isAsking, startAsking] = useTransition();
  useEffect(() => {
    if (isAsking) return;
    const timer = setTimeout(() => startAsking(() => router.refresh()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [isAsking, router]);
  return null;
}
