import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { Colleague } from "@/app/_components/notes/mention-search";

interface MentionListProps {
  id: string;
  colleagues: readonly Colleague[];
  /** Which one Enter takes. */
  active: number;
  onPick: (colleague: Colleague) => void;
}

/** The colleagues whom a mention may mean; walked with the arrow keys while the caret stays in the note. */
export function MentionList({ id, colleagues, active, onPick }: MentionListProps) {
  const t = useTranslations("notes");
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t("colleagues")}
      className="absolute top-full left-0 z-20 mt-1 w-64 rounded-lg border border-line bg-raised p-1 shadow-float"
    >
      {colleagues.map((colleague, index) => (
        <div
          key={colleague.userId}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={clsx(
            "flex h-8 cursor-pointer items-center rounded-md px-2 text-body",
            index === active ? "bg-selected" : "hover:bg-hover",
          )}
          onPointerDown={(event) => {
            event.preventDefault();
            onPick(colleague);
          }}
        >
          {colleague.name}
        </div>
      ))}
    </div>
  );
}
