import type { CampaignContent } from '@/lib/content/content'
import { anyWording } from '@/lib/writing/wordings/any-wording'
import { chooseWording } from '@/lib/writing/wordings/choose-wording'
import { countGiven, noneBefore } from '@/lib/writing/wordings/given-before'
import { letterKit } from '@/lib/writing/wordings/letter-kit'
import { printWording } from '@/lib/writing/wordings/wording'
import { median } from './median'

const TIMES = 25

/** Processor time to count what was given and to choose from it; the kit of a text is made once in a process. */
export function choosing(content: CampaignContent): void {
  const kit = letterKit(content)
  const times = [60, 1000, 10_000].map((count) => {
    const printed = Array.from({ length: count }, (_, turn) => printWording(anyWording(content, turn))).join('')
    const took = Array.from({ length: TIMES }, (_, seat) => {
      const began = process.cpuUsage()
      const before = noneBefore(kit)
      countGiven(kit, { printed, numbers: null }, before)
      chooseWording(kit, before, { asks: [], opens: false }, seat)
      const { user, system } = process.cpuUsage(began)
      return (user + system) / 1000
    })
    return { count, took: median(took), most: Math.max(...took) }
  })
  const first = times[0]?.took ?? 1
  for (const { count, took, most } of times) {
    const ratio = (took / first).toFixed(1)
    console.log(
      `  to choose with ${count} given: ${took.toFixed(1)} ms of processor time (median of ${TIMES}, most ${most.toFixed(1)}); ratio ${ratio} to the first`,
    )
  }
}
