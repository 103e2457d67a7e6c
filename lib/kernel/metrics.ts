// State: one copy in a process.
import { Counter, Histogram, Registry } from 'prom-client'

/** What this process counts by itself, for Prometheus. No label names a person, nor holds a part of an address that is one's own. */
export const registry = new Registry()

export const requestSeconds = new Histogram({
  name: 'dear_mp_request_seconds',
  help: 'Seconds until a request was answered, by the address of the page (without what stands for a person or a seat), the method and the kind of status.',
  labelNames: ['address', 'method', 'status'] as const,
  buckets: [0.01, 0.05, 0.2, 0.5, 1, 3, 10],
  registers: [registry],
})

export const unbelievedProxies = new Counter({
  name: 'dear_mp_unbelieved_forwarded_total',
  help: 'Requests with headers of a proxy that TRUST_PROXY does not name: if a proxy of yours stands in front, all its visitors share one limit.',
  registers: [registry],
})

export const mailAnswers = new Counter({
  name: 'dear_mp_mail_answers_total',
  help: 'Calls to the mail service, by what it answered: taken, refused, or not reached or asked to wait.',
  labelNames: ['answer'] as const,
  registers: [registry],
})
