"use client";

import { useRouter } from "next/navigation";
import type { ComponentProps } from "react";
import { NotesPanel } from "@/app/_components/notes/notes-panel";

/** The notes of the call, whose number the list beside them shows. */
export function AgentNotes(props: Omit<ComponentProps<typeof NotesPanel>, "onChange">) {
  const router = useRouter();
  return <NotesPanel {...props} onChange={() => router.refresh()} />;
}
