import { setTimeout as sleep } from 'node:timers/promises'
import { kindOf, reads, tally } from '@/e2e/fixtures/counted-statements'
import { seats } from '@/e2e/fixtures/directory'
import { goLettersWay, settingsFor } from '@/e2e/fixtures/letters-way'
import { removeDataDir, startProduct } from '@/e2e/fixtures/product'
import { writeStatementsDown } from '@/e2e/fixtures/statements'
import { playResend } from '@/lib/mailer/testing/play-resend'

const WAYS = 10
const IDLE_MS = 20_000
const postcodes = seats.filter(({ member }) => member?.email).map(({ examplePostcode }) => examplePostcode)
const CACHED = ['settings', 'campaigns', 'campaign_versions', 'constituencies', 'mps']

/**
 * The statements that one letter's whole way runs, from the campaign's page to its delivery, by table and kind: the mean
 * of ten, without what the process asks when nobody writes. `--each` shows every statement.
 */
export async function statements(options: string[]): Promise<void> {
  const service = await playResend()
  const product = await startProduct({ settings: settingsFor(service) })
  try {
    const written = await writeStatementsDown(product.dataDir)
    await goLettersWay(product.url, service, postcodes[WAYS] ?? '', () => {})
    await sleep(3000)
    written.taken()
    await sleep(IDLE_MS)
    const idle = tally(written.taken())
    const steps = new Map<string, number>()
    const all: string[] = []
    const began = performance.now()
    for (let way = 0; way < WAYS; way++) {
      // Each to another MP: some own words come again, and one MP's third letter with them would be looked at first.
      await goLettersWay(product.url, service, postcodes[way] ?? '', (step) => {
        const asked = written.taken()
        steps.set(step, (steps.get(step) ?? 0) + asked.length)
        all.push(...asked)
      })
    }
    const share = (performance.now() - began) / IDLE_MS
    await sleep(1000)
    all.push(...written.taken())
    const each = [...tally(all)].map(([statement, count]) => ({
      statement,
      count: Math.max(0, count - (idle.get(statement) ?? 0) * share) / WAYS,
    }))
    if (options.includes('--each')) show(each)
    report(each, steps)
  } finally {
    await product.stop()
    await service.close()
    removeDataDir(product.dataDir)
  }
}

type Counted = { statement: string; count: number }

function report(each: Counted[], steps: Map<string, number>): void {
  const tables = new Map<string, Map<string, number>>()
  for (const { statement, count } of each) {
    const { table, kind } = kindOf(statement)
    const kinds = tables.get(table) ?? new Map<string, number>()
    tables.set(table, kinds.set(kind, (kinds.get(kind) ?? 0) + count))
  }
  const rows = [...tables].map(([table, kinds]) => ({ table, kinds, sum: sum([...kinds.values()]) }))
  for (const { table, kinds, sum: whole } of rows.filter((row) => row.sum >= 0.1).sort((a, b) => b.sum - a.sum)) {
    const parts = [...kinds].filter(([, count]) => count >= 0.05).map(([kind, count]) => `${kind} ${count.toFixed(1)}`)
    console.log(`  ${whole.toFixed(1).padStart(6)}  ${table.padEnd(32)} ${parts.join(', ')}`)
  }
  const read = each.filter(({ statement }) => reads(statement, CACHED))
  console.log(
    `  ${sum(each.map(({ count }) => count))
      .toFixed(1)
      .padStart(6)}  in all for one letter`,
  )
  console.log(
    `  ${sum(read.map(({ count }) => count))
      .toFixed(1)
      .padStart(6)}  of them read ${CACHED.join(', ')}`,
  )
  for (const [step, count] of steps) console.log(`  ${(count / WAYS).toFixed(1).padStart(6)}  up to: ${step}`)
}

function show(each: Counted[]): void {
  for (const { statement, count } of each.filter(({ count }) => count >= 0.05).sort((a, b) => b.count - a.count)) {
    console.log(`  ${count.toFixed(1).padStart(6)}  ${statement.slice(0, 400)}`)
  }
}

function sum(counts: number[]): number {
  return counts.reduce((whole, count) => whole + count, 0)
}
