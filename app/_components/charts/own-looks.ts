/** What a drawing's marks look like; a file has no style sheet, so each mark carries its own. */
const properties = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-opacity",
  "stroke-dasharray",
  "opacity",
  "font-family",
  "font-size",
  "font-weight",
  "text-anchor",
  "dominant-baseline",
  "paint-order",
] as const;
const painted: ReadonlySet<string> = new Set(["fill", "stroke"]);
/** What says something only in the page. */
const pageOnly = ["class", "style", "href", "tabindex", "role"] as const;
const leftOut = ".recharts-brush, .recharts-tooltip-cursor, .recharts-active-dot";

interface OwnLook {
  readonly toPlainColour: (colour: string) => string;
  /** That of all around. */
  readonly opacity: number;
}

/** A copy of a drawing that looks the same without the page around it, at its place on the page. */
export function withOwnLooks(panel: SVGSVGElement, { toPlainColour, opacity }: OwnLook): SVGElement {
  const copy = panel.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) throw new TypeError("the copy of a drawing is a drawing");
  const copies = [copy, ...copy.querySelectorAll("*")];
  const unwanted: Element[] = [];
  for (const [index, original] of [panel, ...panel.querySelectorAll("*")].entries()) {
    const target = copies[index];
    if (!target) continue;
    if (original.matches(leftOut)) unwanted.push(target);
    const style = getComputedStyle(original);
    for (const attribute of pageOnly) target.removeAttribute(attribute);
    for (const property of properties) {
      const value = style.getPropertyValue(property);
      target.setAttribute(property, painted.has(property) ? toPlainColour(value) : value);
    }
  }
  for (const one of unwanted) one.remove();
  const { x, y, width, height } = panel.getBoundingClientRect();
  for (const [name, value] of Object.entries({ x, y, width, height })) copy.setAttribute(name, String(value));
  copy.setAttribute("opacity", String(opacity * Number(getComputedStyle(panel).opacity)));
  return copy;
}
