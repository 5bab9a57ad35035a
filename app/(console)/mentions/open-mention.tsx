"use client";

import { ButtonLink } from "@/app/_components/ui/button";
import { trpc } from "@/app/_trpc/client";
import type { CallId, NoteId } from "@/server/domain/identifiers";

interface OpenMentionProps {
  callId: CallId;
  noteId: NoteId;
  label: string;
}

/** Goes to the note on its call; who opens a mention has read it. */
export function OpenMention({ callId, noteId, label }: OpenMentionProps) {
  return (
    <ButtonLink
      size="sm"
      variant="quiet"
      href={{ pathname: `/calls/${callId}`, hash: `note-${noteId}` }}
      onClick={() => {
        // Whether this arrives decides nothing for the reader: the mention stays unread and can be marked again.
        trpc.mentions.markRead.mutate({ noteIds: [noteId] }).catch(() => undefined);
      }}
    >
      {label}
    </ButtonLink>
  );
}
