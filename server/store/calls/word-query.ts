const cjk = /[\u3040-\u9fff\uac00-\ud7af\uf900-\ufaff]+/g;

/** Neighbouring characters in pairs, as the migration's `note_words` writes them. */
function pairs(run: string): string[] {
  const letters = [...run];
  return letters.length === 1
    ? letters
    : letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
}

const pairsAlone =
  /^[\u3040-\u9fff\uac00-\ud7af\uf900-\ufaff]{2}(?: [\u3040-\u9fff\uac00-\ud7af\uf900-\ufaff]{2})*$/;

/** Any term may be the beginning of a word, but for pairs: they are words of their own, and found sooner as such. */
function quoted(term: string): string {
  const text = `'${term.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
  return pairsAlone.test(term) ? text : `${text}:*`;
}

/** The terms that hold something to look for, all of them demanded; null when there are none. */
function demand(terms: readonly string[]): string | null {
  const found = terms.filter((term) => /[\p{L}\p{N}]/u.test(term));
  return found.length === 0 ? null : found.map(quoted).join(" & ");
}

/**
 * What was typed as a full-text query: every word, or the beginning of one, must stand in the text; a run
 * of Chinese, Japanese or Korean characters must stand there as it is. Null when there is no word in it.
 */
export function wordQuery(text: string): string | null {
  const apart = text.replaceAll("\0", "").replace(cjk, (run) => ` ${pairs(run).join("\u0001")} `);
  return demand(apart.split(/\s+/).map((term) => term.replaceAll("\u0001", " ")));
}

/**
 * What was typed as words that must all stand in a name, wherever: names keep every beginning of their words as a
 * word. Null when there is no word in it. The order of pairs, which an index does not know, is left to `piecesOf`.
 */
export function nameQuery(text: string): string | null {
  const apart = text.replaceAll("\0", "").replace(cjk, (run) => ` ${pairs(run).join(" ")} `);
  return /[\p{L}\p{N}]/u.test(apart) ? apart : null;
}

/** What every found text holds somewhere, in lower case. */
export function piecesOf(text: string): string[] {
  const apart = text.replaceAll("\0", "").replace(cjk, (run) => ` ${run} `);
  return (apart.match(/[\p{L}\p{N}]+/gu) ?? []).map((piece) => piece.toLowerCase());
}
