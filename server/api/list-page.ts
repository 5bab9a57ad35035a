import type { CallId } from "@/server/domain/identifiers";

export const callsPerPage = 50;

/** A call seldom has more records than this one after the other in a list. */
const rowsAround = 20;

interface PageRequest<Row, Cursor> {
  /** Rows after, or before, the one that a cursor names, in the list's order; from the first without one. */
  readonly read: (place: Place<Cursor> & { readonly limit: number }) => Promise<Row[]>;
  readonly place: Place<Cursor>;
  readonly size: number;
  readonly cursorOf: (row: Row) => Cursor;
}

interface Place<Cursor> {
  readonly after?: Cursor | undefined;
  readonly before?: Cursor | undefined;
}

/** The rows nearest to one, before and after it in the list's order, that tell of other calls. */
export async function readNeighbours<Row extends { callId: CallId }, Cursor extends { callId: CallId }>({
  read,
  at,
  cursorOf,
}: Pick<PageRequest<Row, Cursor>, "read" | "cursorOf"> & { readonly at: Cursor }) {
  const [before, after] = await Promise.all([
    read({ before: at, limit: rowsAround }),
    read({ after: at, limit: rowsAround }),
  ]);
  const isOther = (row: Row) => row.callId !== at.callId;
  const [previous, next] = [before.findLast(isOther), after.find(isOther)];
  return { previous: previous ? cursorOf(previous) : null, next: next ? cursorOf(next) : null };
}

/** One page of a list; `previous` and `next` say from where the neighbouring pages are read, null where there is none. */
export async function readPage<Row, Cursor>({ read, place, size, cursorOf }: PageRequest<Row, Cursor>) {
  const limit = size + 1;
  const found = await read({ ...place, limit });
  const hasMore = found.length > size;
  const backwards = place.before !== undefined;
  // Going back from near the beginning would leave a short first page: show the first page instead.
  if (backwards && !hasMore) found.splice(0, found.length, ...(await read({ limit })));
  const rows = backwards && hasMore ? found.slice(1) : found.slice(0, size);
  const [first, last] = [rows[0], rows.at(-1)];
  const hasPrevious = backwards ? hasMore : place.after !== undefined;
  const hasNext = backwards ? hasMore || found.length > size : hasMore;
  return {
    rows,
    previous: hasPrevious && first ? cursorOf(first) : null,
    next: hasNext && last ? cursorOf(last) : null,
  };
}
