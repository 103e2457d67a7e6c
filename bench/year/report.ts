import type { Election } from './general-election'
import type { playDays } from './play-days'
import type { Writers } from './writers'

type Days = ReturnType<typeof playDays>

/** Prints what was played, and how it stands. */
export function reportOf({ nights, taken, evenings, ...days }: Days, writers: Writers, ms: number): void {
  const letters = [...writers.confirmed.values()]
  const chases = letters.filter(({ chases }) => chases).length
  const waited = [...taken].filter(([id, [first]]) => first && first.day > (writers.confirmed.get(id)?.confirmed ?? 0))
  console.log(`  ${evenings.length} days in ${(ms / 1000).toFixed(0)} s, each evening all letters as they should be`)
  console.log(
    `    ${days.changed()} changes of seats came true; nights: ${inWords(new Map(Object.entries(nights)))}; ${days.asked()} requests to the Members API`,
  )
  console.log(
    `    ${letters.length} letters confirmed, ${chases} of them chases; ${taken.size} sent, each once and to who was listed that day, ${waited.length} of them after waiting; ${days.mails()} mails in all`,
  )
  console.log(`    not chased: ${inWords(writers.notChased)}`)
  console.log(`    stand as: ${inWords(evenings.at(-1)?.standing ?? new Map())}`)
}

/** Prints how the letters stood on each evening from a dissolution on. */
export function reportEvenings({ evenings }: Days, { dissolved, elected }: Election): void {
  for (const { day, standing } of evenings.filter(({ day }) => day === dissolved || day >= elected - 1)) {
    console.log(`    ${day - elected} days after the election: ${inWords(standing)}`)
  }
}

function inWords(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([name, count]) => `${name} ${count}`).join(', ') || 'none'
}
