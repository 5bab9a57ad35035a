import { colourReader } from "@/app/_components/charts/colour-reader";
import { drawingElement } from "@/app/_components/charts/drawing-element";
import { paintPage } from "@/app/_components/charts/paint-page";

const margin = 16;
const titleRoom = 40;

interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** What a frame draws as a file that needs nothing else: its title, and all that stands under it. */
export function drawingOf(place: HTMLElement, title: string): Drawing {
  const box = place.getBoundingClientRect();
  const width = Math.ceil(box.width + 2 * margin);
  const height = Math.ceil(box.height + titleRoom + margin);
  const toPlainColour = colourReader();
  const look = getComputedStyle(place);
  const frame = place.closest("[data-chart-frame]") ?? place;
  const ground = toPlainColour(getComputedStyle(frame).backgroundColor);
  const sheet = drawingElement("svg", { width, height, viewBox: `0 0 ${width} ${height}` });
  const drawn = drawingElement("g", { transform: `translate(${margin - box.left} ${titleRoom - box.top})` });
  drawn.append(...paintPage(place, { toPlainColour, ground }));
  sheet.append(
    drawingElement("rect", { width, height, fill: ground }),
    drawingElement(
      "text",
      {
        x: margin,
        y: 24,
        fill: toPlainColour(look.color),
        "font-family": "system-ui, sans-serif",
        "font-size": 14,
        "font-weight": 600,
      },
      title,
    ),
    drawn,
  );
  return { svg: new XMLSerializer().serializeToString(sheet), width, height };
}
