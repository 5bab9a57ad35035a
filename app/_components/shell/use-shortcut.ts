import { useEffect, useEffectEvent } from "react";

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("input, textarea, select, [contenteditable=true]") !== null
  );
}

/**
 * Listens for one key on the whole page: `k` alone, or `mod+k` with ⌘ or Ctrl.
 * A key without a modifier stays quiet while the reader types or a dialog is open.
 */
export function useShortcut(shortcut: string, onPress: (event: KeyboardEvent) => void) {
  const press = useEffectEvent(onPress);
  useEffect(() => {
    const withModifier = shortcut.startsWith("mod+");
    const key = withModifier ? shortcut.slice(4) : shortcut;
    function listen(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== key.toLowerCase() || event.altKey) return;
      if ((event.metaKey || event.ctrlKey) !== withModifier) return;
      if (!withModifier && (isTyping(event.target) || document.querySelector("[role=dialog], [role=menu]")))
        return;
      event.preventDefault();
      press(event);
    }
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [shortcut]);
}
