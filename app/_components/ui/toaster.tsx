"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { onUnheardToast } from "@/app/_components/ui/toast";

const ToastList = dynamic(() => import("@/app/_components/ui/toast-list").then((file) => file.ToastList), {
  ssr: false,
});

/** The place for messages; what shows them is fetched with the first one. */
export function Toaster() {
  const [isAwake, setAwake] = useState(false);
  useEffect(() => onUnheardToast(() => setAwake(true)), []);
  return isAwake ? <ToastList /> : null;
}
