import PDFDocument from 'pdfkit';
import { formatInstant } from '#flexoffer';
import type { Report } from '../report.entity.js';
import { dayInWords, drawEnergyChart } from './energy-chart.js';
import { intervalEnergies } from './interval-energies.js';
import { periodSums, type PeriodSum } from './period-sums.js';

const NO_TAX = '0.000000';

type Page = PDFKit.PDFDocument;

const MARGIN = 48;
const CHART_HEIGHT = 190;
/** Left edges of the columns, in shares of the width; figures end where the next column begins. */
const COLUMNS = [
  { title: 'Period', of: ({ period }: PeriodSum) => period },
  { title: 'Ordered kWh', of: ({ orderedWh }: PeriodSum) => (orderedWh / 1000).toFixed(3) },
  { title: 'Delivered kWh', of: ({ deliveredWh }: PeriodSum) => (deliveredWh / 1000).toFixed(3) },
  { title: 'Earned', of: ({ amount }: PeriodSum) => amount },
  { title: 'Penalty', of: ({ penalty }: PeriodSum) => penalty },
  {
    title: 'Not yet known',
    of: ({ missing }: PeriodSum) => (missing === 0 ? '' : `${missing} line${missing === 1 ? '' : 's'}`),
  },
] as const;

/**
 * A report as one page to read and to file (PDF, A4): what it comes to, a chart of baseline, schedule and meter, a table by
 * day, and how each figure can be checked. The same report gives the same bytes, whenever it is printed.
 */
export function paperReport(report: Report, zone: string): Promise<Buffer> {
  const { reportId, participantId, knownAt } = report;
  const page = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    info: {
      Title: `Settlement report ${reportId}`,
      Author: 'FlexOffer Automatic Trading Platform',
      Subject: participantId,
      CreationDate: new Date(knownAt),
    },
  });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve, reject) => {
    page.on('data', (chunk: Buffer) => chunks.push(chunk));
    page.once('end', () => resolve(Buffer.concat(chunks)));
    page.once('error', reject);
  });
  draw(page, report, zone);
  page.end();
  return done;
}

function draw(page: Page, report: Report, zone: string): void {
  const width = page.page.width - 2 * MARGIN;
  drawHead(page, report, zone);
  drawResult(page, report, width);
  const energies = intervalEnergies(report.content.lines);
  page.fillColor('#111').fontSize(11).text('What your meter did in the traded quarter-hours', MARGIN, 226);
  if (energies.length === 0) page.fontSize(9).text('Nothing was traded.', MARGIN, 246);
  else drawEnergyChart(page, energies, zone, { left: MARGIN, top: 246, width, height: CHART_HEIGHT });
  drawTable(page, rowsOf(report, zone), width, 452);
  drawFoot(page, report, width);
}

function drawHead(page: Page, report: Report, zone: string): void {
  const { content, participantId, meterId, version, knownAt, from, to } = report;
  page.fillColor('#111').fontSize(18).text('Settlement of flexibility', MARGIN, MARGIN);
  const contract =
    content.contractId === ''
      ? 'no contract in force'
      : `contract ${content.contractId}, version ${content.contractVersion}`;
  const facts = [
    `${participantId}${meterId === null ? '' : `, meter ${meterId}`}`,
    `${dayInWords(from, zone)} to ${dayInWords(to - 1, zone)} (${zone})`,
    `${contract}; report version ${version}, with what was known on ${formatInstant(knownAt)}`,
  ];
  page
    .fillColor('#333')
    .fontSize(10)
    .text(facts.join('\n'), MARGIN, MARGIN + 28, { lineGap: 2 });
}

function drawResult(page: Page, { content }: Report, width: number): void {
  const { amount, penalty, tax, payable } = content.totals;
  const top = 142;
  page.roundedRect(MARGIN, top, width, 62, 6).fill('#eef4f8');
  const figures = [
    ['Earned for delivered flexibility', amount],
    ['Penalty for what was missing', penalty],
    ...(tax === NO_TAX ? [] : [['Value added tax', tax] as const]),
    [payable.startsWith('-') ? 'You owe' : 'You receive', payable.replace('-', '')],
  ] as const;
  figures.forEach(([name, figure], index) => {
    const left = MARGIN + 14 + (index * (width - 14)) / figures.length;
    page
      .fillColor('#444')
      .fontSize(9)
      .text(name, left, top + 12, { lineBreak: false });
    page
      .fillColor('#111')
      .fontSize(15)
      .text(`${figure} ${content.currency}`, left, top + 28, { lineBreak: false });
  });
}

/** What no delivery's day holds has a row of its own, so that the rows sum to the result. */
function rowsOf({ content: { lines, rewards, totals } }: Report, zone: string): PeriodSum[] {
  const rows = periodSums(lines, zone);
  if (rewards.length === 0) return rows;
  const missing = rewards.filter((reward) => reward.missing !== undefined).length;
  const none = { orderedWh: 0, deliveredWh: 0, penalty: '0.000000' };
  return [...rows, { ...none, period: 'Other rewards', amount: totals.rewards, missing }];
}

function drawTable(page: Page, rows: readonly PeriodSum[], width: number, top: number): void {
  const cell = width / COLUMNS.length;
  page.fillColor('#111').fontSize(8.5);
  COLUMNS.forEach(({ title }, column) => {
    page.text(title, MARGIN + column * cell, top, {
      width: cell - 6,
      align: column === 0 ? 'left' : 'right',
    });
  });
  page
    .lineWidth(0.5)
    .strokeColor('#999')
    .moveTo(MARGIN, top + 13)
    .lineTo(MARGIN + width, top + 13)
    .stroke();
  rows.forEach((row, index) => {
    const y = top + 18 + index * 13;
    COLUMNS.forEach(({ of }, column) => {
      page.text(of(row), MARGIN + column * cell, y, {
        width: cell - 6,
        align: column === 0 ? 'left' : 'right',
        lineBreak: false,
      });
    });
  });
}

function drawFoot(page: Page, { reportId, evidenceHash }: Report, width: number): void {
  const words = [
    'The baseline is what the meter would have shown without the trade. Delivered is how far the meter moved from it in the',
    'direction that was ordered, at most as far as ordered. Amounts have six decimals and add up exactly.',
    `Report ${reportId}. Its evidence holds every reading, contract and trade behind these figures; SHA-256 ${evidenceHash}.`,
  ].join(' ');
  page
    .fillColor('#666')
    .fontSize(7.5)
    .text(words, MARGIN, page.page.height - MARGIN - 44, { width, height: 44 });
}
