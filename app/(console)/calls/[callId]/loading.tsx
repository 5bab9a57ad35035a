import { Skeleton } from "@/app/_components/ui/skeleton";

export default function CallLoading() {
  return (
    <div aria-busy className="grid gap-6 px-6 py-5">
      <Skeleton className="h-5 w-24" />
      <Skeleton className="h-12 w-96 max-w-full" />
      <Skeleton className="h-44 w-full" />
      <Skeleton className="h-64 w-full" />
    </div>
  );
}
