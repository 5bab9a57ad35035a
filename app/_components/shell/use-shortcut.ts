import { useEffect, useEffectEvent } from "react";
import { announceShortcut, type Shortcut } from "@/app/_components/shell/shortcuts";

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("input, textarea, select, [contenteditable=true]") !== null
  );
}

/** Whether a key without a modifier is somebody else's: a field's, a dialog's, or, for Enter, the control's in focus. */
function isTaken({ key, target }: KeyboardEvent): boolean {
  if (isTyping(target) || document.querySelector("[role=dialog], [role=alertdialog], [role=menu]"))
    return true;
  return key === "Enter" && target instanceof Element && target.closest("a, button, summary") !== null;
}

/** Lists a key that a part of the page listens to by itself while it has the focus. */
export function useListedShortcut(shortcut: Shortcut) {
  useEffect(() => announceShortcut(shortcut), [shortcut]);
}

/**
 * Listens for one key on the whole page: `k` alone, or `mod+k` with ⌘ or Ctrl; the page's list of keys
 * names it meanwhile. A key without a modifier stays quiet while the reader types or a dialog is open, and
 * Enter leaves to a control in focus what is its own.
 */
export function useShortcut(shortcut: Shortcut, onPress: (event: KeyboardEvent) => void) {
  useListedShortcut(shortcut);
  const press = useEffectEvent(onPress);
  useEffect(() => {
    const withModifier = shortcut.startsWith("mod+");
    const key = withModifier ? shortcut.slice(4) : shortcut;
    function listen(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== key.toLowerCase() || event.altKey) return;
      if ((event.metaKey || event.ctrlKey) !== withModifier) return;
      if (!withModifier && isTaken(event)) return;
      event.preventDefault();
      press(event);
    }
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [shortcut]);
}
