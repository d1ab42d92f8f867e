import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** The process's Prometheus metrics. */
export const metricsRegistry = new Registry();
collectDefaultMetrics({ register: metricsRegistry });

export const httpRequestSeconds = new Histogram({
  name: 'atp_http_request_seconds',
  help: 'Time to answer an HTTP request',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
  registers: [metricsRegistry],
});

export const messagesHandled = new Counter({
  name: 'atp_messages_total',
  help: 'Messages between services, by outcome',
  labelNames: ['service', 'topic', 'outcome'],
  registers: [metricsRegistry],
});

export const messagesWaiting = new Gauge({
  name: 'atp_messages_waiting',
  help: 'Messages that their destination has not handled yet, seen at the last look',
  labelNames: ['service'],
  registers: [metricsRegistry],
});

export const gateSeconds = new Histogram({
  name: 'atp_gate_seconds',
  help: 'Time from closing a gate to its durable result',
  buckets: [0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10],
  registers: [metricsRegistry],
});

export const clearingAlarms = new Counter({
  name: 'atp_clearing_alarms_total',
  help: 'Gates that did not clear as usual, by what they did instead',
  labelNames: ['method'],
  registers: [metricsRegistry],
});

export const meterRows = new Counter({
  name: 'atp_meter_rows_total',
  help: 'Rows of meter data, by what became of them: the progress of an intake under way',
  labelNames: ['outcome'],
  registers: [metricsRegistry],
});
