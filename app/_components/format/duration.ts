const pad = (value: number) => String(value).padStart(2, "0");

/** Milliseconds as `4:07`, from an hour on as `1:02:33`; whole seconds, rounded down. */
export function formatDuration(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const sign = ms < 0 && seconds > 0 ? "−" : "";
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = pad(seconds % 60);
  return hours > 0 ? `${sign}${hours}:${pad(minutes)}:${rest}` : `${sign}${minutes}:${rest}`;
}

/** The same to the millisecond, as far as there are any: `0:44.473`. */
export function formatExactDuration(ms: number): string {
  const rest = Math.abs(ms) % 1000;
  return rest === 0 ? formatDuration(ms) : `${formatDuration(ms)}.${String(rest).padStart(3, "0")}`;
}

/**
 * Reads what people type for a duration: `90`, `90s`, `1:30`, `1:02:33`, `2m`, `1h`. Null when it is none.
 * A bare number is seconds.
 */
export function parseDuration(text: string): number | null {
  const clock = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{2})$/.exec(text.trim());
  if (clock) return ((Number(clock[1] ?? 0) * 60 + Number(clock[2])) * 60 + Number(clock[3])) * 1000;
  const unit = /^(\d{1,6})\s*([smh]?)$/i.exec(text.trim());
  if (!unit) return null;
  const factor = { s: 1, m: 60, h: 3600 }[unit[2]?.toLowerCase() ?? ""] ?? 1;
  return Number(unit[1]) * factor * 1000;
}
