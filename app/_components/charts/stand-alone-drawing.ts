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
] as const;
const painted: ReadonlySet<string> = new Set(["fill", "stroke"]);

const margin = 16;
const titleRoom = 48;
const svgNamespace = "http://www.w3.org/2000/svg";

export interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** The drawing in a frame as a file that needs nothing else: title, legend and every panel. Null without one. */
export function drawingOf(frame: HTMLElement, title: string): Drawing | null {
  const place = frame.querySelector<HTMLElement>("[data-drawing]");
  const panels = [
    ...(place?.querySelectorAll<SVGSVGElement>("svg.recharts-surface[role=application]") ?? []),
  ];
  if (!place || panels.length === 0) return null;
  const box = place.getBoundingClientRect();
  const width = Math.ceil(box.width + 2 * margin);
  const height = Math.ceil(box.height + titleRoom + margin);
  const toPlainColour = colourReader();
  const look = getComputedStyle(frame);
  const sheet = document.createElementNS(svgNamespace, "svg");
  for (const [name, value] of Object.entries({ width, height, viewBox: `0 0 ${width} ${height}` }))
    sheet.setAttribute(name, String(value));
  sheet.append(element("rect", { width, height, fill: toPlainColour(look.backgroundColor) }));
  const words = { x: margin, fill: toPlainColour(look.color), "font-family": "system-ui, sans-serif" };
  sheet.append(element("text", { ...words, y: 22, "font-size": 14, "font-weight": 600 }, title));
  sheet.append(element("text", { ...words, y: 40, "font-size": 11 }, legendOf(place)));
  for (const panel of panels) {
    const at = panel.getBoundingClientRect();
    const group = element("g", {
      transform: `translate(${at.left - box.left + margin} ${at.top - box.top + titleRoom})`,
    });
    const copy = withOwnLooks(panel, toPlainColour);
    group.append(copy);
    sheet.append(group);
  }
  return { svg: new XMLSerializer().serializeToString(sheet), width, height };
}

function element(name: string, attributes: Record<string, string | number>, text?: string): SVGElement {
  const made = document.createElementNS(svgNamespace, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, String(value));
  if (text !== undefined) made.textContent = text;
  return made;
}

function legendOf(place: HTMLElement): string {
  return [...place.querySelectorAll("[data-legend] li")].map((item) => item.textContent).join("   ·   ");
}

function withOwnLooks(panel: SVGSVGElement, toPlainColour: (colour: string) => string): Node {
  const copy = panel.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return copy;
  const copies = [copy, ...copy.querySelectorAll("*")];
  for (const [index, original] of [panel, ...panel.querySelectorAll("*")].entries()) {
    const style = getComputedStyle(original);
    const target = copies[index];
    target?.removeAttribute("class");
    target?.removeAttribute("style");
    for (const property of properties) {
      const value = style.getPropertyValue(property);
      target?.setAttribute(property, painted.has(property) ? toPlainColour(value) : value);
    }
  }
  return copy;
}

/** Reads any colour of a style sheet as one that every program knows, by painting it. */
function colourReader(): (colour: string) => string {
  const canvas = document.createElement("canvas");
  canvas.width = 1;
  canvas.height = 1;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  const known = new Map<string, string>();
  return (colour) => {
    if (!pen || colour === "none" || colour.startsWith("url("))
      return colour.replace(/url\("?[^"#]*(#[^")]+)"?\)/, "url($1)");
    const read = known.get(colour);
    if (read !== undefined) return read;
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = pen.getImageData(0, 0, 1, 1).data;
    const plain =
      alpha === 255 ? `rgb(${red},${green},${blue})` : `rgba(${red},${green},${blue},${alpha / 255})`;
    known.set(colour, plain);
    return plain;
  };
}
