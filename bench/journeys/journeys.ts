import { setTimeout as sleep } from 'node:timers/promises'
import { floor } from '@/bench/floor/floor'
import { startEmbedded } from '@/db/embedded'
import { CAMPAIGN } from '@/e2e/fixtures/path'
import { numberGiven } from '../number-given'
import { usedBy } from './processes'
import { report, tellFloor, tellIdle } from './report'
import { nextPostcode, setStage } from './stage'
import { statementsAStep } from './statements-a-step'

const COUNTED = 10
const IDLE_SECONDS = 5

/**
 * Whole journeys, from the campaign's page to the letter and its copy, by the forms of the pages, without scripts, with
 * connections kept alive: what each costs in processor time, of web, worker and database, and how many there are in a
 * second; then the statements of each step; then the floor, a bare server with the same transactions. It runs on the
 * machine that is measured. `--seconds=30 --warm-up=10 --at-once=16`, or by number, for a machine that is busy with other
 * things, `--journeys=60 --warm-up-journeys=30`; `--no-floor`, `--no-statements` leave these out.
 */
export async function journeys(options: string[]): Promise<void> {
  const number = (name: string, fallback: number) => numberGiven(options, name, fallback)
  const atOnce = number('at-once', 16)
  const long = { seconds: number('seconds', 30), journeys: number('journeys', 0) }
  const warmUp = { seconds: number('warm-up', 10), journeys: number('warm-up-journeys', 0) }
  const stage = await setStage()
  const { product, parts, visitor, desk, dataDir } = stage
  let page = ''
  let done = 0
  try {
    try {
      await stage.walk(warmUp, atOnce)
      const idle = usedBy(parts)
      await sleep(IDLE_SECONDS * 1000)
      const before = usedBy(parts)
      const measured = await stage.walk(long, atOnce)
      const after = usedBy(parts)
      done = measured.done
      report(measured, before, after, atOnce)
      tellIdle(idle, before, IDLE_SECONDS)
      if (!options.includes('--no-statements')) {
        const some = Array.from({ length: COUNTED }, () => nextPostcode())
        const asked = await statementsAStep(product, parts, visitor, desk, some)
        for (const [step, { web, worker, webMs }] of asked) {
          const statements = `statements of web ${web.toFixed(1)}, of worker ${worker.toFixed(1)}`
          console.log(`  one at a time, ${step}: web ${webMs.toFixed(1)} ms; ${statements}`)
        }
        const sum = (part: 'web' | 'worker') => [...asked.values()].reduce((whole, each) => whole + each[part], 0)
        console.log(`  statements of a journey: web ${sum('web').toFixed(1)}, worker ${sum('worker').toFixed(1)}`)
      }
      page = (await visitor.get(CAMPAIGN)).html
    } finally {
      await stage.end()
    }
    if (!options.includes('--no-floor')) {
      const database = await startEmbedded({ dataDir })
      const bare = page.replace(/<script[\s\S]*?<\/script>/g, '')
      const given = { dataDir, url: database.url, mail: stage.mailUrl, page: bare }
      tellFloor(await floor(given, Math.max(200, done), atOnce).finally(() => database.release()))
    }
  } finally {
    await stage.clear()
  }
}
