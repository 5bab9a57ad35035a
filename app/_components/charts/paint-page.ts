import { drawingElement } from "@/app/_components/charts/drawing-element";
import { withOwnLooks } from "@/app/_components/charts/own-looks";

/** Parts of a page that are there to be used: they have no place on paper. */
const leftOut = "button, input, fieldset, nav, .recharts-tooltip-wrapper, [data-unexported]";
const clear = "rgba(0,0,0,0)";
/** As wide as this are words that only those see who listen. */
const hiddenWidth = 1;
/** How far below the middle of a line its letters stand, in parts of their size. */
const baseline = 0.35;

/** What a part of the page shows, as marks of a drawing at the places where they are seen. */
export function paintPage(root: Element, ground: Ground): SVGElement[] {
  return paintElement(root, { ...ground, opacity: 1 });
}

interface Ground {
  readonly toPlainColour: (colour: string) => string;
  /** The plain colour that shows between marks. */
  readonly ground: string;
}

interface Paint extends Ground {
  /** That of all around. */
  readonly opacity: number;
}

function paintElement(element: Element, around: Paint): SVGElement[] {
  const box = element.getBoundingClientRect();
  const look = getComputedStyle(element);
  const isOnlyHeard = box.width <= hiddenWidth && look.overflow === "hidden";
  if (element.matches(leftOut) || isOnlyHeard) return [];
  const { toPlainColour, opacity } = around;
  if (element instanceof SVGSVGElement) return [withOwnLooks(element, { toPlainColour, opacity })];
  const paint = { ...around, opacity: opacity * Number(look.opacity) };
  const marks = paintBox(box, look, paint);
  for (const child of element.childNodes) {
    if (child instanceof Element) marks.push(...paintElement(child, paint));
    else if (child instanceof Text) marks.push(...paintWords(child, look, paint));
  }
  return marks;
}

/** The ground of a box, its hatching and its upper edge. */
function paintBox(box: DOMRect, look: CSSStyleDeclaration, paint: Paint): SVGElement[] {
  const { toPlainColour, ground, opacity } = paint;
  const { x, y, width, height } = box;
  const place = { x, y, width, height, rx: Number.parseFloat(look.borderTopLeftRadius) || 0, opacity };
  const marks: SVGElement[] = [];
  const fill = toPlainColour(look.backgroundColor);
  if (fill !== clear) marks.push(drawingElement("rect", { ...place, fill }));
  if (look.backgroundImage.startsWith("repeating-linear-gradient")) marks.push(hatching(box, ground));
  const edge = Number.parseFloat(look.borderTopWidth);
  if (edge > 0 && look.borderTopStyle !== "none") {
    const stroke = toPlainColour(look.borderTopColor);
    const dash = look.borderTopStyle === "dashed" ? "3 3" : "none";
    const line = { d: `M${x} ${y + edge / 2}h${width}`, stroke, "stroke-width": edge, opacity };
    marks.push(drawingElement("path", { ...line, "stroke-dasharray": dash }));
  }
  return marks;
}

const hatchingApart = 4;

/** Slanting lines from edge to edge of a box. */
function hatching({ x, y, width, height }: DOMRect, stroke: string): SVGElement {
  const lines: string[] = [];
  for (let offset = hatchingApart; offset < width + height; offset += hatchingApart * Math.SQRT2) {
    const [left, low] = [Math.max(0, offset - height), Math.min(offset, height)];
    const [right, high] = [Math.min(offset, width), Math.max(0, offset - width)];
    lines.push(
      `M${(x + left).toFixed(1)} ${(y + low).toFixed(1)}L${(x + right).toFixed(1)} ${(y + high).toFixed(1)}`,
    );
  }
  return drawingElement("path", { d: lines.join(""), stroke, "stroke-width": 1.5, fill: "none" });
}

/** A text line by line, as it is broken on the page. */
function paintWords(text: Text, look: CSSStyleDeclaration, { toPlainColour, opacity }: Paint): SVGElement[] {
  const fill = toPlainColour(look.color);
  if (fill === clear) return [];
  const size = Number.parseFloat(look.fontSize);
  return linesOf(text).map(({ words, x, middle }) =>
    drawingElement(
      "text",
      {
        x,
        y: middle + size * baseline,
        fill,
        opacity,
        "font-size": size,
        "font-weight": look.fontWeight,
        "font-family": look.fontFamily,
      },
      words,
    ),
  );
}

interface WordLine {
  words: string;
  readonly x: number;
  readonly middle: number;
}

function linesOf(text: Text): WordLine[] {
  const lines: WordLine[] = [];
  const range = document.createRange();
  for (const { index, 0: word } of text.data.matchAll(/\S+/g)) {
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    const { x, y, height } = range.getBoundingClientRect();
    const middle = y + height / 2;
    const last = lines.at(-1);
    if (last && Math.abs(last.middle - middle) < height / 2) last.words += ` ${word}`;
    else lines.push({ words: word, x, middle });
  }
  return lines;
}
