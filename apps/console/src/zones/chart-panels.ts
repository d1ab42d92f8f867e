import uPlot from 'uplot';
import type { Quarters, ZoneSeries } from './series.js';

/** A panel of a zone: what to draw, and how. */
export interface Panel {
  readonly options: Omit<uPlot.Options, 'width' | 'height'>;
  readonly data: uPlot.AlignedData;
}

/** What both panels of all zones share, so that one pointer marks the same quarter-hour everywhere. */
export interface PanelFrame {
  /** The starts of the day's quarter-hours and the end of the last (epoch milliseconds). */
  readonly boundaries: readonly number[];
  readonly minute: (instant: number) => string;
  /** Called with the quarter-hour under the pointer, undefined when it leaves. */
  readonly onQuarter: (quarter: number | undefined) => void;
}

const QUARTER_SECONDS = 900;
const SIX_HOURS = 24;

/** Asked and cleared as bars around zero: the inner bar shows how much of the outer was cleared. */
export function changePanel(frame: PanelFrame, { asked, cleared }: ZoneSeries): Panel {
  const starts = frame.boundaries.slice(0, -1);
  return {
    options: {
      ...frameOptions(frame),
      series: [{}, bars('--asked', 1), bars('--cleared', 0.6)],
      scales: {
        x: dayScale(frame),
        y: aroundZero,
      },
    },
    // In the middle of its quarter-hour, as bars are centred.
    data: [starts.map((start) => start / 1000 + QUARTER_SECONDS / 2), [...asked], [...cleared]],
  };
}

/** Consumption of the traded devices as steps. */
export function energyPanel(frame: PanelFrame, { baseline, scheduled, measured }: ZoneSeries): Panel {
  return {
    options: {
      ...frameOptions(frame),
      series: [{}, steps('--baseline', 2, [5, 4]), steps('--scheduled', 2), steps('--measured', 2)],
      scales: {
        x: dayScale(frame),
        y: aroundZero,
      },
    },
    data: [
      frame.boundaries.map((boundary) => boundary / 1000),
      closed(baseline),
      closed(scheduled),
      closed(measured),
    ],
  };
}

/** A colour of the page as it is now, light or dark. */
const colour = (name: string) => (): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name);

const bars = (name: string, width: number): uPlot.Series => ({
  fill: colour(name),
  stroke: colour(name),
  width: 0,
  points: { show: false },
  ...drawnBy(uPlot.paths.bars?.({ size: [width, Infinity], align: 0 })),
});

const steps = (name: string, width: number, dash: number[] = []): uPlot.Series => ({
  stroke: colour(name),
  width,
  dash,
  points: { show: false },
  ...drawnBy(uPlot.paths.stepped?.({ align: 1 })),
});

// uPlot can be built without some of its path builders; the published one has them all.
const drawnBy = (paths: uPlot.Series.PathBuilder | undefined): Pick<uPlot.Series, 'paths'> =>
  paths ? { paths } : {};

// A step needs an end: the last quarter-hour's value again, at the end of the day.
const closed = (quarters: Quarters): (number | null)[] => [...quarters, quarters.at(-1) ?? null];

const paddedRange = (low: number, high: number): [number, number] =>
  low === high ? [0, 1] : [low - (low < 0 ? 0.06 : 0) * (high - low), high + 0.06 * (high - low)];

const aroundZero: uPlot.Scale = {
  range: (_, low, high) => paddedRange(Math.min(low, 0), Math.max(high, 0)),
};

const dayScale = ({ boundaries }: PanelFrame): uPlot.Scale => ({
  time: false,
  range: () => [(boundaries[0] ?? 0) / 1000, (boundaries.at(-1) ?? 0) / 1000],
});

function frameOptions({
  boundaries,
  minute,
  onQuarter,
}: PanelFrame): Pick<uPlot.Options, 'axes' | 'cursor' | 'hooks' | 'legend' | 'padding'> {
  const splits = boundaries.filter((_, index) => index % SIX_HOURS === 0).map((boundary) => boundary / 1000);
  const line = { stroke: colour('--ink-quiet'), font: '12px system-ui, sans-serif' };
  const grid = { stroke: colour('--grid'), width: 1 };
  return {
    padding: [8, 22, 0, 0],
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { show: false }, sync: { key: 'day' } },
    axes: [
      {
        ...line,
        grid,
        ticks: { show: false },
        size: 24,
        gap: 4,
        splits: () => splits,
        values: (_, shown) => shown.map((seconds) => minute(seconds * 1000)),
      },
      { ...line, grid, ticks: { show: false }, size: 44, gap: 6, space: 28 },
    ],
    hooks: { setCursor: [(chart) => onQuarter(quarterAt(chart, boundaries))] },
  };
}

function quarterAt(chart: uPlot, boundaries: readonly number[]): number | undefined {
  const { left } = chart.cursor;
  if (left === undefined || left < 0) return undefined;
  const quarter = Math.floor((chart.posToVal(left, 'x') - (boundaries[0] ?? 0) / 1000) / QUARTER_SECONDS);
  return quarter < boundaries.length - 1 ? quarter : undefined;
}
