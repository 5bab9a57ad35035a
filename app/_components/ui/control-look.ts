/** How everything looks that text is typed into. */
export const controlLook =
  "w-full min-w-0 rounded-md border border-line-strong bg-surface px-2 text-body text-ink placeholder:text-faint " +
  "disabled:opacity-55 aria-invalid:border-danger data-invalid:border-danger";
