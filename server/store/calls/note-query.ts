const cjk = /[\u3040-\u9fff\uac00-\ud7af\uf900-\ufaff]+/g;

/** Neighbouring characters in pairs, as the migration's `note_words` writes them. */
function pairs(run: string): string {
  const letters = [...run];
  if (letters.length === 1) return run;
  return letters
    .slice(1)
    .map((letter, index) => `${letters[index]}${letter}`)
    .join(" ");
}

/**
 * What was typed as a full-text query: every word, or the beginning of one, must stand in the note; a run
 * of Chinese, Japanese or Korean characters must stand there as it is. Null when there is no word in it.
 */
export function noteQuery(text: string): string | null {
  const terms = text
    .replaceAll("\0", "")
    .replace(cjk, (run) => ` ${pairs(run).replaceAll(" ", "\u0001")} `)
    .split(/\s+/)
    .filter((term) => /[\p{L}\p{N}]/u.test(term))
    .map((term) => term.replaceAll("\u0001", " ").replaceAll("\\", "\\\\").replaceAll("'", "''"));
  return terms.length === 0 ? null : terms.map((term) => `'${term}':*`).join(" & ");
}
