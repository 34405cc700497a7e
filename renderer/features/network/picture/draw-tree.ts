import type { EvidenceStage } from '../../../../shared/insight/types';
import { ROOT } from './geometry';
import {
  type Colours,
  CORNER,
  isMuted,
  MARK,
  type Position,
  positionsIn,
  type Scene,
  traceBranch,
  TRUNK,
} from './scene';

const MUTED = 0.4;
const LINE_WIDTH = 1.25;
/** Markers of the same look nearer than this, in pixels, are as one. */
const HIDDEN = 2;

/** The lower layer: lines and markers. With thousands of people it is what costs, and a step along the branches leaves it as it is. */
export function drawTree(context: CanvasRenderingContext2D, scene: Scene, colours: Colours): void {
  const { size } = scene;
  const at = positionsIn(scene);
  context.fillStyle = colours.surface;
  context.fillRect(0, 0, size.width, size.height);
  drawLines(context, scene, at, colours);
  drawOthers(context, scene, at, colours);
  drawMarks(context, scene, at, colours);
}

function drawMarks(context: CanvasRenderingContext2D, scene: Scene, at: Position, colours: Colours): void {
  const { network, size, found } = scene;
  /** Of each look and column the height of the last one. */
  const last = new Map<string, number>();
  for (let index = ROOT; index < network.people.length; index++) {
    const { x, y } = at(index);
    if (y < -2 * MARK || y > size.height + 2 * MARK || x < -2 * MARK || x > size.width + 2 * MARK) continue;
    const person = network.people[index];
    const isPale = isMuted(person) || (found !== null && !found.has(index));
    const look = `${person?.depth ?? 0} ${person?.stage ?? 'you'} ${isPale}`;
    // One that lies on another of the same look is not to be told from it.
    if (!isPale && Math.abs(y - (last.get(look) ?? -Infinity)) < HIDDEN) continue;
    last.set(look, y);
    drawMark(context, person?.stage ?? null, { x, y }, isPale, colours);
  }
}

function drawLines(context: CanvasRenderingContext2D, scene: Scene, at: Position, colours: Colours): void {
  // Where rows are that near nobody sees a corner: thousands of rectangles are drawn in a fraction of the time of curves.
  if (scene.view.rowHeight < CORNER) return drawStraight(context, scene, at, colours);
  context.beginPath();
  for (let index = 0; index < scene.network.people.length; index++) traceBranch(context, scene, at, index);
  context.strokeStyle = colours.line;
  context.lineWidth = LINE_WIDTH;
  context.stroke();
}

/** A trunk for all whom one led to, and a branch to each; branches that would fall on the one before are left out. */
function drawStraight(
  context: CanvasRenderingContext2D,
  { network, size }: Scene,
  at: Position,
  colours: Colours,
): void {
  const trunks = new Map<number, { x: number; from: number; to: number }>();
  const last = new Map<number, number>();
  context.fillStyle = colours.line;
  for (const [index, { parent, depth }] of network.people.entries()) {
    const [start, end] = [at(parent ?? ROOT), at(index)];
    const x = end.x - TRUNK;
    const trunk = trunks.get(parent ?? ROOT) ?? { x, from: start.y, to: start.y };
    trunks.set(parent ?? ROOT, {
      x,
      from: Math.min(trunk.from, end.y),
      to: Math.max(trunk.to, end.y),
    });
    if (end.y < 0 || end.y > size.height || end.x < 0 || x > size.width) continue;
    if (Math.abs(end.y - (last.get(depth) ?? -Infinity)) < 1) continue;
    last.set(depth, end.y);
    context.fillRect(x, end.y - LINE_WIDTH / 2, TRUNK - MARK - 2, LINE_WIDTH);
  }
  for (const [parent, { x, from, to }] of trunks) {
    const start = at(parent);
    if (to < 0 || from > size.height || x < 0 || start.x > size.width) continue;
    context.fillRect(x - LINE_WIDTH / 2, from, LINE_WIDTH, to - from);
    context.fillRect(start.x + MARK + 2, start.y - LINE_WIDTH / 2, x - start.x - MARK - 2, LINE_WIDTH);
  }
}

/** Dashed, from whoever else told the user to meet somebody. */
function drawOthers(
  context: CanvasRenderingContext2D,
  { network, size }: Scene,
  at: Position,
  colours: Colours,
): void {
  context.beginPath();
  for (const [index, { others }] of network.people.entries()) {
    for (const other of others) {
      const [start, end] = [at(other), at(index)];
      if (Math.max(start.y, end.y) < 0 || Math.min(start.y, end.y) > size.height) continue;
      const bend = Math.min(start.x, end.x) - 34;
      context.moveTo(start.x - MARK - 1, start.y);
      context.bezierCurveTo(bend, start.y, bend, end.y, end.x - MARK - 1, end.y);
    }
  }
  context.setLineDash([4, 4]);
  context.strokeStyle = colours.other;
  context.lineWidth = LINE_WIDTH;
  context.stroke();
  context.setLineDash([]);
}

/** A ring for nobody yet, a disc for Know, a triangle for Like, a square on its corner for Trust. */
function drawMark(
  context: CanvasRenderingContext2D,
  stage: EvidenceStage | null,
  { x, y }: { x: number; y: number },
  isPale: boolean,
  colours: Colours,
): void {
  const colour = stage ? colours[stage] : colours.accent;
  context.globalAlpha = isPale ? MUTED : 1;
  context.beginPath();
  tracePath(context, stage ?? 'know', x, y);
  if (stage === 'none') {
    context.strokeStyle = colour;
    context.lineWidth = 1.75;
    context.stroke();
  } else {
    context.fillStyle = colour;
    context.fill();
  }
  context.globalAlpha = 1;
}

function tracePath(context: CanvasRenderingContext2D, stage: EvidenceStage, x: number, y: number): void {
  const corner = (dx: number, dy: number) => context.lineTo(x + dx, y + dy);
  switch (stage) {
    case 'none':
      context.arc(x, y, MARK - 1, 0, 2 * Math.PI);
      break;
    case 'know':
      context.arc(x, y, MARK, 0, 2 * Math.PI);
      break;
    case 'like':
      for (const [dx, dy] of [
        [0, -MARK - 1],
        [MARK + 1, MARK - 0.5],
        [-MARK - 1, MARK - 0.5],
      ] as const)
        corner(dx, dy);
      context.closePath();
      break;
    case 'trust':
      for (const [dx, dy] of [
        [0, -MARK - 1.5],
        [MARK + 1.5, 0],
        [0, MARK + 1.5],
        [-MARK - 1.5, 0],
      ] as const)
        corner(dx, dy);
      context.closePath();
      break;
  }
}
