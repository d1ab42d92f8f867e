import { instantOf, type WattHours } from '#flexoffer';
import { localDayOf } from '#settlement';
import { runsOf, timeOf, type IntervalEnergies } from './interval-energies.js';

type Page = PDFKit.PDFDocument;
type Curve = 'baselineWh' | 'scheduledWh' | 'actualWh';

/** A place on the page, in points from its top left corner. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Told apart in black and white too: by their dashes. */
const CURVES: readonly { curve: Curve; name: string; colour: string; width: number; dash?: number }[] = [
  { curve: 'baselineWh', name: 'baseline (without the trade)', colour: '#7a7a7a', width: 1.2, dash: 4 },
  { curve: 'scheduledWh', name: 'as scheduled', colour: '#0b6ea8', width: 1.2, dash: 1.5 },
  { curve: 'actualWh', name: 'measured', colour: '#b3441e', width: 1.6 },
];
const GRID_LINES = 4;
const AXIS_WIDTH = 38;
const LEGEND_HEIGHT = 16;

/** Draws the energies of all traded quarter-hours as steps; what lies between them is left out, and marked by a gap. */
export function drawEnergyChart(
  page: Page,
  energies: readonly IntervalEnergies[],
  zone: string,
  box: Box,
): void {
  drawLegend(page, box);
  const area: Box = {
    left: box.left + AXIS_WIDTH,
    top: box.top + LEGEND_HEIGHT,
    width: box.width - AXIS_WIDTH,
    height: box.height - LEGEND_HEIGHT - 24,
  };
  const [least, most] = range(energies);
  const yOf = (energy: WattHours): number => area.top + area.height * (1 - (energy - least) / (most - least));
  for (let line = 0; line <= GRID_LINES; line += 1) {
    const energy = least + ((most - least) * line) / GRID_LINES;
    const y = yOf(energy);
    page
      .lineWidth(0.4)
      .strokeColor('#d5d5d5')
      .moveTo(area.left, y)
      .lineTo(area.left + area.width, y)
      .stroke();
    page.fillColor('#555').fontSize(7);
    page.text((energy / 1000).toFixed(2), box.left, y - 3, { width: AXIS_WIDTH - 4, align: 'right' });
  }
  const runs = runsOf(energies);
  const slots = energies.length + runs.length - 1;
  let from = 0;
  for (const run of runs) {
    const xOf = (index: number): number => area.left + (area.width * (from + index)) / slots;
    for (const { curve, ...style } of CURVES) drawSteps(page, run, curve, style, xOf, yOf);
    labelRun(page, run, zone, xOf(0), area.top + area.height + 3, (area.width * run.length) / slots);
    from += run.length + 1;
  }
}

/** From 0, or from the least if that is below, to the most; never empty. */
function range(energies: readonly IntervalEnergies[]): [number, number] {
  let least = 0;
  let most = 0;
  for (const each of energies)
    for (const { curve } of CURVES) {
      least = Math.min(least, each[curve] ?? 0);
      most = Math.max(most, each[curve] ?? 0);
    }
  return most > least ? [least, most] : [least, least + 1];
}

function drawSteps(
  page: Page,
  run: readonly IntervalEnergies[],
  curve: Curve,
  { colour, width, dash }: { colour: string; width: number; dash?: number },
  xOf: (index: number) => number,
  yOf: (energy: WattHours) => number,
): void {
  page.lineWidth(width).strokeColor(colour);
  if (dash === undefined) page.undash();
  else page.dash(dash, { space: dash });
  let isDrawing = false;
  run.forEach((each, index) => {
    const energy = each[curve];
    if (energy === null) {
      isDrawing = false;
      return;
    }
    if (isDrawing) page.lineTo(xOf(index), yOf(energy));
    else page.moveTo(xOf(index), yOf(energy));
    page.lineTo(xOf(index + 1), yOf(energy));
    isDrawing = true;
  });
  page.stroke().undash();
}

/** Under the first quarter-hour of a run, where there is room for it. */
function labelRun(
  page: Page,
  [first]: readonly IntervalEnergies[],
  zone: string,
  x: number,
  y: number,
  room: number,
): void {
  const ROOM_OF_LABEL = 34;
  if (first === undefined || room < ROOM_OF_LABEL) return;
  const day = new Date(`${localDayOf(first.interval, zone)}T00:00:00Z`);
  const dayName = day.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
  page.fillColor('#555').fontSize(7);
  page.text(timeOf(first.interval, zone), x, y, { width: ROOM_OF_LABEL, lineBreak: false });
  page.text(dayName, x, y + 8, { width: ROOM_OF_LABEL, lineBreak: false });
}

function drawLegend(page: Page, { left, top }: Box): void {
  let x = left + AXIS_WIDTH;
  page.fontSize(8);
  for (const { name, colour, width, dash } of CURVES) {
    page.lineWidth(width).strokeColor(colour);
    if (dash === undefined) page.undash();
    else page.dash(dash, { space: dash });
    page
      .moveTo(x, top + 4)
      .lineTo(x + 18, top + 4)
      .stroke()
      .undash();
    page.fillColor('#333').text(name, x + 22, top, { lineBreak: false });
    x += 40 + page.widthOfString(name);
  }
  page
    .fillColor('#555')
    .fontSize(7)
    .text('kWh', left, top, { width: AXIS_WIDTH - 4, align: 'right' });
}

/** `15 January 2026` of the first instant of an interval. */
export function dayInWords(interval: number, zone: string): string {
  return new Date(instantOf(interval)).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: zone,
  });
}
