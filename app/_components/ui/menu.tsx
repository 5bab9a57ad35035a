import { Menu as Base } from "@base-ui/react/menu";
import { clsx } from "clsx";
import { Check } from "lucide-react";
import Link from "next/link";
import { type ComponentProps, type ReactElement, type ReactNode, useState } from "react";

const itemLook =
  "flex min-h-8 cursor-default select-none items-center gap-2 rounded-md px-2 text-body outline-none data-highlighted:bg-hover " +
  "data-disabled:opacity-55 [&_svg]:size-4 [&_svg]:text-muted";

interface MenuProps {
  trigger: ReactElement;
  align?: "start" | "end";
  side?: "bottom" | "top" | "right";
  initiallyOpen?: boolean;
  children: ReactNode;
}

export function Menu({
  trigger,
  align = "start",
  side = "bottom",
  initiallyOpen = false,
  children,
}: MenuProps) {
  const [button, setButton] = useState<HTMLElement | null>(null);
  return (
    <Base.Root defaultOpen={initiallyOpen}>
      <Base.Trigger ref={setButton} render={trigger} />
      {/* In the landmark of its button, so that a reader who goes from landmark to landmark does not miss it. */}
      <Base.Portal container={button?.closest<HTMLElement>("main, nav") ?? null}>
        <Base.Positioner sideOffset={4} align={align} side={side} className="z-50 outline-none">
          <Base.Popup className="min-w-44 rounded-lg border border-line bg-raised p-1 shadow-float outline-none">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

interface MenuItemProps {
  onSelect: () => void;
  tone?: "danger";
  disabled?: boolean;
  children: ReactNode;
}

export function MenuItem({ onSelect, tone, disabled = false, children }: MenuItemProps) {
  return (
    <Base.Item onClick={onSelect} disabled={disabled} className={clsx(itemLook, tone && "text-danger")}>
      {children}
    </Base.Item>
  );
}

export function MenuLink({
  href,
  children,
}: {
  href: ComponentProps<typeof Link>["href"];
  children: ReactNode;
}) {
  return (
    // Left open, it would outlive a navigation that keeps the page mounted, and the next press would only close it.
    <Base.LinkItem closeOnClick render={<Link href={href} />} className={itemLook}>
      {children}
    </Base.LinkItem>
  );
}

interface MenuChoiceProps {
  label: string;
  value: string;
  choices: readonly { value: string; label: string }[];
  onChoose: (value: string) => void;
}

/** One of several, the chosen one ticked. */
export function MenuChoice({ label, value, choices, onChoose }: MenuChoiceProps) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 pt-1.5 pb-1 text-caption text-muted">{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={onChoose}>
        {choices.map((choice) => (
          <Base.RadioItem key={choice.value} value={choice.value} closeOnClick className={itemLook}>
            <span className="inline-flex size-4">
              <Base.RadioItemIndicator>
                <Check aria-hidden />
              </Base.RadioItemIndicator>
            </span>
            {choice.label}
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="my-1 h-px bg-line" />;
}
