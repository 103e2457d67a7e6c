import type { Floor } from '@/bench/floor/floor'
import { steps, type Took } from './go-journey'
import type { Used } from './processes'

/** What some people's journeys took, until each of them had ended; failures by what they say. */
export type Measured = { took: Took[]; failures: Map<string, number>; done: number; seconds: number }

export function report({ took, failures, done, seconds }: Measured, before: Used, after: Used, atOnce: number): void {
  const each = (part: keyof Used) => (after[part] - before[part]) / done
  const [web, worker, database] = [each('web'), each('worker'), each('database')]
  const parts = `web ${web.toFixed(1)}, worker ${worker.toFixed(1)}, database ${database.toFixed(1)}`
  console.log(`  processor time of a journey: ${(web + worker + database).toFixed(1)} ms (${parts})`)
  console.log(
    `  ${done} journeys, ${atOnce} at once, in ${seconds.toFixed(1)} s: ${(done / seconds).toFixed(1)} a second, this load on the same machine`,
  )
  const failed = [...failures.values()].reduce((sum, count) => sum + count, 0)
  console.log(`  failed: ${failed}`)
  for (const [said, count] of failures) console.log(`    ${count} × ${said}`)
  console.log(`  ${'step'.padEnd(24)} p50 ms   p95 ms  on the wire    unpacked`)
  let [bytes, html] = [0, 0]
  for (const step of steps) {
    const those = took.filter((one) => one.step === step)
    if (those.length === 0) continue
    const ms = those.map((one) => one.ms).sort((a, b) => a - b)
    const mean = (of: 'bytes' | 'html') => those.reduce((sum, one) => sum + one[of], 0) / those.length
    bytes += mean('bytes')
    html += mean('html')
    const sizes = `${kibibytes(mean('bytes'))} ${kibibytes(mean('html'))}`
    console.log(`  ${step.padEnd(24)} ${whole(percentile(ms, 0.5))} ${whole(percentile(ms, 0.95))} ${sizes}`)
  }
  console.log(`  ${'sum'.padEnd(24)} ${' '.repeat(15)} ${kibibytes(bytes)} ${kibibytes(html)}`)
}

/** What is used while nobody writes: on a machine that is busy with other things it weighs in each journey. */
export function tellIdle(before: Used, after: Used, seconds: number): void {
  const each = (part: keyof Used) => ((after[part] - before[part]) / seconds).toFixed(0)
  console.log(
    `  while nobody writes, in a second: web ${each('web')} ms, worker ${each('worker')}, database ${each('database')}`,
  )
}

export function tellFloor({ used, journeys, seconds }: Floor): void {
  const [web, database] = [used.web / journeys, used.database / journeys]
  console.log(
    `  the floor, a bare server with the same transactions: ${(web + database).toFixed(1)} ms (Node ${web.toFixed(1)}, database ${database.toFixed(1)}); ${(journeys / seconds).toFixed(0)} a second`,
  )
}

/** Of values in rising order. */
export function percentile(values: number[], part: number): number {
  return values[Math.min(values.length - 1, Math.floor(values.length * part))] ?? Number.NaN
}

const whole = (value: number) => value.toFixed(0).padStart(7)
const kibibytes = (size: number) => `${(size / 1024).toFixed(1).padStart(8)} KiB`
