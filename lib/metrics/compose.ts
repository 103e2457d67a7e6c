// State: one copy in a process.
import { AggregatorRegistry, collectDefaultMetrics, type MetricObjectWithValues, type MetricValue } from 'prom-client'
import type { Context } from '@/lib/kernel/context'
import { registry } from '@/lib/kernel/metrics'
import type { Env } from '@/lib/kernel/read-env'
import { stateOfThings } from './state-of-things'

/** What one process has counted, as it is passed from one to another. */
export type Counted = MetricObjectWithValues<MetricValue<string>>[]

let ofOthers: () => Promise<Counted[]> = async () => []
let ofFirst: (() => Promise<string>) | null = null

/** Has a process count what it takes of processor, memory and time, where metrics are wanted; called once, at its start. */
export function countProcess({ metrics }: Pick<Env, 'metrics'>): void {
  if (metrics.port !== null || metrics.token !== null) collectDefaultMetrics({ register: registry })
}

/** What this process has counted. */
export function countedHere(): Promise<Counted> {
  return registry.getMetricsAsJSON() as Promise<Counted>
}

/** Where there are processes beside this one: how what they have counted is asked for. */
export function alsoCountedBy(others: () => Promise<Counted[]>): void {
  ofOthers = others
}

/** Where this is one of several web processes: how the first, which hears of all of them, is asked. */
export function composedBy(first: () => Promise<string>): void {
  ofFirst = first
}

/** All of an installation's web processes, summed up, and how it stands, as Prometheus reads it. */
export async function composeMetrics(ctx: Context): Promise<string> {
  if (ofFirst) return ofFirst()
  const all = [await countedHere(), ...(await ofOthers())]
  const summed = AggregatorRegistry.aggregate(all)
  return `${await summed.metrics()}\n${await stateOfThings(ctx)}`
}
