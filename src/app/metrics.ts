import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client'

export type Metrics = {
  observe(method: string, status: number, seconds: number): void
  text(): Promise<string>
  readonly contentType: string
}

/** Prometheus metrics of one process: requests by method and status, their duration, and Node's own figures. */
export function openMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const labelNames = ['method', 'status'] as const
  const requests = new Counter({ name: 'escale_http_requests_total', help: 'Requests answered', labelNames, registers: [registry] })
  const duration = new Histogram({
    name: 'escale_http_request_seconds',
    help: 'Time to answer a request',
    labelNames,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    observe: (method, status, seconds) => {
      const labels = { method, status: `${Math.floor(status / 100)}xx` }
      requests.inc(labels)
      duration.observe(labels, seconds)
    },
  }
}
