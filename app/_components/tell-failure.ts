import { useFailureText } from "@/app/_components/failure-text";
import { toast } from "@/app/_components/ui/toast";

/** Says why what was asked for was not done. */
export function useTellFailure() {
  const textOf = useFailureText();
  return (error: unknown) => toast({ tone: "danger", title: textOf(error) });
}
