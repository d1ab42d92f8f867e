export { DAY_END, DAY_START, DEMO_DATE, demoStart } from './calendar/demo-day.js';
export { readCommunity, type Community } from './community/community.js';
export { Doms } from './doms/doms.js';
export { runDemoDay, type DemoDay } from './driver/run-demo-day.js';
export type { Summary } from './driver/summary.js';
export { tableOf } from './driver/table.js';
