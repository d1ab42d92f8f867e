// Reads the demo's summary from standard input and fails unless the day was traded as promised.
import { text } from 'node:stream/consumers';

const summary = JSON.parse(await text(process.stdin));
const faults = [];
const expect = (holds, rule) => holds || faults.push(rule);

expect(summary.trades.offersTraded >= 150, 'at least 150 offers are traded');
expect(summary.energyKwh.cleared > 0, 'energy is cleared');
expect(summary.energyKwh.cleared <= summary.energyKwh.asked, 'no more is cleared than was asked');
expect(summary.energyKwh.scheduled === summary.energyKwh.cleared, 'what is cleared is scheduled');
expect(summary.energyKwh.delivered <= summary.energyKwh.scheduled, 'no more is paid for than was scheduled');
expect(summary.energyKwh.delivered > 0, 'something is delivered');
const micros = Object.values(summary.money).map((amount) => BigInt(amount.replace('.', '')));
expect(
  micros.length > 0 && micros.reduce((sum, amount) => sum + amount, 0n) === 0n,
  'the money of all parties sums to zero',
);
expect(summary.evidence.valid, `the evidence package is valid: ${summary.evidence.text}`);

console.log(JSON.stringify({ ...summary, money: `${micros.length} parties` }, null, 2));
if (faults.length > 0) {
  console.error(`The demo day fails: ${faults.join('; ')}`);
  process.exit(1);
}
