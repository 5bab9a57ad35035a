import { type KeyboardEvent, type ReactNode, type RefObject, useId, useRef, useState } from "react";
import { MentionList } from "@/app/_components/notes/mention-list";
import {
  type Colleague,
  type MentionStart,
  mentionAt,
  useColleagues,
  withMention,
} from "@/app/_components/notes/mention-search";
import { controlLook } from "@/app/_components/ui/control-look";
import type { CallId } from "@/server/domain/identifiers";
import { storedNote, typedNote } from "@/server/domain/notes/mention";

interface NoteEditorProps {
  callId: CallId;
  label: string;
  /** The note in its stored form. */
  body: string;
  onWrite: (body: string) => void;
  onSubmit: () => void;
  onEscape?: () => void;
  fieldRef?: RefObject<HTMLTextAreaElement | null>;
  invalid: boolean;
  describedBy: string;
  children?: ReactNode;
}

/** The field a note is typed into: `@` offers colleagues, Ctrl or ⌘ with Enter saves. */
export function NoteEditor(props: NoteEditorProps) {
  const listId = useId();
  const ownRef = useRef<HTMLTextAreaElement>(null);
  const field = props.fieldRef ?? ownRef;
  const [start, setStart] = useState<MentionStart | null>(null);
  const [active, setActive] = useState(0);
  const colleagues = useColleagues(props.callId, start);
  const offered = start ? colleagues : [];
  const typed = typedNote(props.body);

  function follow() {
    const caret = field.current?.selectionStart ?? 0;
    setStart(mentionAt(field.current?.value ?? "", caret));
    setActive(0);
  }

  function pick(colleague: Colleague) {
    if (!start) return;
    const { body, caret } = withMention(typed, start, colleague);
    props.onWrite(body);
    setStart(null);
    // The caret can only be placed once the field holds the new text.
    requestAnimationFrame(() => field.current?.setSelectionRange(caret, caret));
  }

  function walk(event: KeyboardEvent): boolean {
    const chosen = offered[active];
    if (!chosen) return false;
    if (event.key === "ArrowDown") setActive((active + 1) % offered.length);
    else if (event.key === "ArrowUp") setActive((active + offered.length - 1) % offered.length);
    else if (event.key === "Enter" || event.key === "Tab") pick(chosen);
    else if (event.key === "Escape") setStart(null);
    else return false;
    return true;
  }

  function press(event: KeyboardEvent<HTMLTextAreaElement>) {
    const modified = event.ctrlKey || event.metaKey;
    if (event.nativeEvent.isComposing) return;
    if (!modified && walk(event)) event.preventDefault();
    else if (event.key === "Escape") leave();
    else if (event.key === "Enter" && modified) props.onSubmit();
    else return;
    event.stopPropagation();
  }

  function leave() {
    if (props.onEscape) props.onEscape();
    else field.current?.blur();
  }

  return (
    <div className="relative">
      <textarea
        ref={field}
        rows={3}
        aria-label={props.label}
        placeholder={props.label}
        value={typed.text}
        aria-invalid={props.invalid || undefined}
        aria-describedby={props.describedBy}
        aria-autocomplete="list"
        aria-controls={offered.length > 0 ? listId : undefined}
        aria-activedescendant={offered.length > 0 ? `${listId}-${active}` : undefined}
        onChange={(event) => {
          props.onWrite(storedNote({ text: event.target.value, mentions: typed.mentions }));
          follow();
        }}
        onKeyDown={press}
        onClick={follow}
        onBlur={() => setStart(null)}
        className={`${controlLook} field-sizing-content block max-h-96 min-h-20 resize-y py-1.5`}
      />
      {offered.length > 0 ? (
        <MentionList id={listId} colleagues={offered} active={active} onPick={pick} />
      ) : null}
      {props.children}
    </div>
  );
}
