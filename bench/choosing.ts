import { campaignContent } from '@/lib/content/content'
import { firstCampaign } from '@/lib/content/first-campaign'
import { chooseWording } from '@/lib/writing/wordings/choose-wording'
import { choose } from '@/lib/writing/wordings/give-wording'
import { choiceOf, printChoice, readChoices, slotsOf } from '@/lib/writing/wordings/slots'
import { median } from './median'

const TIMES = 15

/** How long it takes to choose a combination with so many given before. Beside it, composing costs next to nothing. */
export function choosing(): void {
  const content = campaignContent.parse(firstCampaign.content)
  const slots = slotsOf(content)
  const times = [60, 1000, 10_000].map((count) => {
    const printed = Array.from({ length: count }, (_, turn) =>
      printChoice(choiceOf(content, chooseWording(content, turn * 7))),
    ).join('')
    const took = Array.from({ length: TIMES }, () => {
      const began = performance.now()
      choose(content, readChoices(printed, slots, slots), 'E14001322')
      return performance.now() - began
    })
    return { count, took: median(took) }
  })
  const first = times[0]?.took ?? 1
  for (const { count, took } of times) {
    const ratio = (took / first).toFixed(1)
    console.log(
      `  to choose with ${count} given: ${took.toFixed(1)} ms, median of ${TIMES}; ratio ${ratio} to the first`,
    )
  }
}
