import { columnWidth, ROOT } from './geometry';
import { LINE_HEIGHT, type Name, NAME_LEFT, Names } from './names';
import { type Colours, isMuted, MARK, type Position, positionsIn, type Scene, traceBranch } from './scene';

/** The upper layer: the names, and who is looked at with the way that led to them. */
export function drawLabels(context: CanvasRenderingContext2D, scene: Scene, colours: Colours): void {
  const { network, size, current } = scene;
  const at = positionsIn(scene);
  context.font = fontOf(false, colours.font);
  context.textBaseline = 'middle';
  const names = new Names(context, scene, columnWidth(network, size));
  drawWay(context, scene, at, colours);
  for (const [index, name] of names.shown) drawName(context, scene, index, name, at(index), colours);
  drawRing(context, at(current), colours);
}

/** How one came to know whoever is looked at. */
function drawWay(context: CanvasRenderingContext2D, scene: Scene, at: Position, colours: Colours): void {
  const { people } = scene.network;
  context.beginPath();
  for (let index = scene.current; index >= 0; index = people[index]?.parent ?? ROOT)
    traceBranch(context, scene, at, index);
  context.strokeStyle = colours.accent;
  context.lineWidth = 2;
  context.stroke();
}

function drawRing(
  context: CanvasRenderingContext2D,
  { x, y }: { x: number; y: number },
  colours: Colours,
): void {
  context.beginPath();
  context.arc(x, y, MARK + 4, 0, 2 * Math.PI);
  context.strokeStyle = colours.accent;
  context.lineWidth = 2;
  context.stroke();
}

function drawName(
  context: CanvasRenderingContext2D,
  { network, current, found }: Scene,
  index: number,
  name: Name,
  { x, y }: { x: number; y: number },
  colours: Colours,
): void {
  const person = network.people[index];
  const isStrong = index === current || index === ROOT || found?.has(index) === true;
  context.font = fontOf(isStrong, colours.font);
  const width = isStrong ? context.measureText(name.text).width : name.width;
  // Lines begin and pass behind it.
  context.fillStyle = colours.surface;
  const left = x + MARK + 1;
  context.fillRect(left, y - LINE_HEIGHT / 2, x + NAME_LEFT + width + 6 - left, LINE_HEIGHT);
  context.fillStyle = isMuted(person) || (found && !found.has(index)) ? colours.dim : colours.ink;
  context.fillText(name.text, x + NAME_LEFT, y);
}

function fontOf(strong: boolean, family: string): string {
  return `${strong ? 650 : 400} 13px ${family}`;
}
