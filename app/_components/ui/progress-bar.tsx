import { Progress } from "@base-ui/react/progress";

interface ProgressBarProps {
  label: string;
  /** From 0 to 1, or null while the end is not known. */
  share: number | null;
  /** Printed beside the label: how far in the reader's own terms. */
  figure?: string;
}

export function ProgressBar({ label, share, figure }: ProgressBarProps) {
  return (
    <Progress.Root value={share === null ? null : Math.round(share * 100)} className="grid gap-1.5">
      <span className="flex justify-between gap-4 text-table">
        <Progress.Label>{label}</Progress.Label>
        {figure ? <span className="text-muted">{figure}</span> : null}
      </span>
      <Progress.Track className="h-1.5 overflow-hidden rounded-full bg-line">
        <Progress.Indicator className="h-full bg-accent transition-[width] data-indeterminate:w-1/3 motion-safe:data-indeterminate:animate-pulse" />
      </Progress.Track>
    </Progress.Root>
  );
}
