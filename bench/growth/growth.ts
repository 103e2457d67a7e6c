import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { embeddedUrl } from '@/bench/floor/embedded-url'
import { type Used, usedBy } from '@/bench/journeys/processes'
import { type Span, type Stage, setStage, someSeats } from '@/bench/journeys/stage'
import { median } from '@/bench/median'
import { numberGiven } from '@/bench/number-given'
import { runProduct } from '@/e2e/fixtures/product'
import { keepTemplates, multiply } from './multiply'

const SIGN_UPS = [100_000, 1_000_000]
/** So many letters are written, of which the rest are copies. */
const TEMPLATES = 100
const MOST_RATIO = 1.2
const IDLE_SECONDS = 10

/**
 * What a journey costs in processor time with 100,000 and with 1,000,000 sign-ups behind it, over what it costs with next
 * to none: two products side by side, one of which grows, both measured at the same time. `--sign-ups=100000`,
 * `--journeys=150` each in a turn, `--turns=4`, `--at-once=4` each. `--seats=20` makes those of 20 seats alone, and writes
 * to their MPs: it takes a part of the time, and leaves out what large tables cost as such.
 */
export async function growth(options: string[]): Promise<void> {
  const steps = options.some((option) => option.startsWith('--sign-ups='))
    ? [numberGiven(options, 'sign-ups', 0)]
    : SIGN_UPS
  const span = { seconds: 0, journeys: numberGiven(options, 'journeys', 150) }
  const turns = numberGiven(options, 'turns', 4)
  const atOnce = numberGiven(options, 'at-once', 4)
  const chosen = someSeats(numberGiven(options, 'seats', someSeats().length))
  const share = chosen.length / someSeats().length
  const stages: Stage[] = []
  try {
    const bare = await started(stages, chosen.length)
    const grown = await started(stages, chosen.length)
    await grown.walk({ seconds: 0, journeys: TEMPLATES }, atOnce)
    await bare.walk({ seconds: 0, journeys: TEMPLATES }, atOnce)
    const sql = postgres(await embeddedUrl(grown.dataDir), { max: 1, onnotice: () => {} })
    try {
      const compare = (behind: number) => compared(behind, { bare, grown }, { turns, span, atOnce })
      await compare(0)
      const templates = await keepTemplates(
        sql,
        chosen.map(({ code }) => code),
      )
      let copies = 0
      let made = 0
      for (const count of steps) {
        const began = performance.now()
        copies = await multiply(sql, templates, copies, count * share - made)
        made = copies * templates
        await recount(grown)
        await sql.unsafe('vacuum analyze')
        console.log(
          `  ${made} sign-ups to ${chosen.length} MPs made of ${templates} in ${((performance.now() - began) / 1000).toFixed(0)} s`,
        )
        await grown.walk(span, atOnce)
        await compare(count)
      }
    } finally {
      await sql.end()
    }
  } finally {
    for (const stage of stages) await stage.end().finally(() => stage.clear())
  }
}

async function started(stages: Stage[], seats: number): Promise<Stage> {
  const stage = await setStage(seats)
  stages.push(stage)
  return stage
}

async function recount({ dataDir, product }: Stage): Promise<void> {
  const ran = await runProduct({
    command: ['npm', 'run', '--silent', 'figures', 'rebuild'],
    settings: { DATA_DIR: dataDir, APP_URL: product.url },
  })
  if (ran.status !== 0) throw new Error(`The figures were not recounted.\n${ran.stderr}`)
}

type Both = { bare: Stage; grown: Stage }
type Turns = { turns: number; span: Span; atOnce: number }

async function compared(behind: number, { bare, grown }: Both, { turns, span, atOnce }: Turns): Promise<void> {
  const costs: { bare: Used; grown: Used }[] = []
  for (let turn = 0; turn < turns; turn++) {
    // At the same time: what else the machine does then weighs on both.
    const [one, other] = await Promise.all([costOf(bare, span, atOnce), costOf(grown, span, atOnce)])
    costs.push({ bare: one, grown: other })
  }
  const part = (of: keyof Both, part: keyof Used) => median(costs.map((cost) => cost[of][part]))
  const whole = (of: keyof Both) => median(costs.map((cost) => sum(cost[of])))
  const inWords = (of: keyof Both) =>
    `${whole(of).toFixed(1)} ms (web ${part(of, 'web').toFixed(1)}, worker ${part(of, 'worker').toFixed(1)}, database ${part(of, 'database').toFixed(1)})`
  const ratio = median(costs.map((cost) => sum(cost.grown) / sum(cost.bare)))
  const [idleBare, idleGrown] = await Promise.all([idleOf(bare), idleOf(grown)])
  console.log(
    `  a journey with ${behind} sign-ups behind it: ${inWords('grown')}; beside it with none: ${inWords('bare')}`,
  )
  console.log(`    ratio ${ratio.toFixed(2)} (aim: at most ${MOST_RATIO})${ratio > MOST_RATIO ? ' MISSED' : ''}`)
  console.log(
    `    while nobody writes, in a second: ${sum(idleGrown).toFixed(0)} ms, beside it ${sum(idleBare).toFixed(0)} ms`,
  )
}

async function costOf(stage: Stage, span: Span, atOnce: number): Promise<Used> {
  const before = usedBy(stage.parts)
  const { done, failures } = await stage.walk(span, atOnce)
  if (failures.size > 0) throw new Error([...failures.keys()].join(' '))
  return each(before, usedBy(stage.parts), done)
}

async function idleOf({ parts }: Stage): Promise<Used> {
  const before = usedBy(parts)
  await sleep(IDLE_SECONDS * 1000)
  return each(before, usedBy(parts), IDLE_SECONDS)
}

function each(before: Used, after: Used, count: number): Used {
  const of = (part: keyof Used) => (after[part] - before[part]) / count
  return { web: of('web'), worker: of('worker'), database: of('database') }
}

const sum = ({ web, worker, database }: Used) => web + worker + database
