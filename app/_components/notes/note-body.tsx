import { partsOfNote } from "@/server/domain/notes/mention";

/** A note's words, its mentions set off. */
export function NoteBody({ body }: { body: string }) {
  let offset = 0;
  return (
    <p className="whitespace-pre-wrap break-words text-body">
      {partsOfNote(body).map((part) => {
        offset += 1;
        return part.kind === "text" ? (
          part.text
        ) : (
          <span key={offset} className="rounded-sm bg-selected px-0.5 font-medium text-accent">
            @{part.name}
          </span>
        );
      })}
    </p>
  );
}
