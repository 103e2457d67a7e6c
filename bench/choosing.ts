import type { CampaignContent } from '@/lib/content/content'
import { chooseWording } from '@/lib/writing/wordings/choose-wording'
import { countGiven, noneBefore } from '@/lib/writing/wordings/given-before'
import { type LetterKit, letterKit } from '@/lib/writing/wordings/letter-kit'
import { printWording } from '@/lib/writing/wordings/wording'
import { type Figure, printFigures } from './aims'
import { median } from './median'

const TIMES = 25
/** Letters that were given already, and the milliseconds of processor time that the next may take. */
const GIVEN: [count: number, most?: number][] = [[0], [60], [1000, 4], [10_000, 10]]

/** So many are really given, one after the other; of more these again and again. */
const GIVEN_MOST = 1000
const ANY = { asks: [], opens: false }

/** Processor time to count what was given and to choose from it; the kit of a text is made once in a process. */
export function choosing(content: CampaignContent): void {
  const kit = letterKit(content)
  const given = givenInTurn(kit, GIVEN_MOST)
  let first = Number.NaN
  const times = GIVEN.flatMap(([count, most]): Figure[] => {
    const printed = Array.from({ length: count }, (_, at) => given[at % given.length]).join('')
    const took = Array.from({ length: TIMES }, (_, seat) => {
      const began = process.cpuUsage()
      const before = noneBefore(kit)
      countGiven(kit, { printed, numbers: null }, before)
      chooseWording(kit, before, ANY, seat)
      const { user, system } = process.cpuUsage(began)
      return (user + system) / 1000
    })
    const aim = most === undefined ? undefined : { most }
    const usual = median(took)
    if (Number.isNaN(first)) first = usual
    const more = `; ratio ${(usual / first).toFixed(1)} to the first`
    return [
      { what: `ms with ${count} given, median of ${TIMES}`, figure: usual, aim, digits: 1, more },
      { what: `ms with ${count} given, most of ${TIMES}`, figure: Math.max(...took), aim, digits: 1 },
    ]
  })
  console.log('  To choose, in processor time')
  printFigures(times)
}

export function givenInTurn(kit: LetterKit, count: number): string[] {
  const before = noneBefore(kit)
  return Array.from({ length: count }, () => {
    const printed = printWording(chooseWording(kit, before, ANY, 0))
    countGiven(kit, { printed, numbers: null }, before)
    return printed
  })
}
