import type { CampaignContent } from '@/lib/content/content'
import { say } from '@/lib/content/wordings/sentence'
import { wordCount } from '@/lib/kernel/text'
import { composeLetter } from '@/lib/writing/compose'
import { NO_OWN_WORDS } from '@/lib/writing/originality/own-words'
import { chooseWording } from '@/lib/writing/wordings/choose-wording'
import { countGiven, noneBefore } from '@/lib/writing/wordings/given-before'
import { LONG, letterKit, type Slot } from '@/lib/writing/wordings/letter-kit'
import { printWording } from '@/lib/writing/wordings/wording'

/** A letter as it would be given; `opening` are its writer's own words, `said` the sentences of staff's that it holds. */
export type InTurn = {
  subject: string
  body: string
  opening: string
  said: { slot: Slot; ask: string; text: string }[]
}

/** Which asks their writers tick (none: as they come), and what each of them writes before the opening. */
type Writers = { asks?: string[]; opening?: () => string }

/** The sentence that an office would see most often, and the slot that it is of; `ask` for one of an ask. */
export type MostRepeated = { times: number; text: string; slot: Slot; ask: string }

/** The letters that one MP would get one after the other, by nothing but what was given before. */
export function lettersInTurn(
  content: CampaignContent,
  count: number,
  constituency: string,
  { asks = [], opening: write = () => '' }: Writers = {},
): InTurn[] {
  const kit = letterKit(content)
  const before = noneBefore(kit)
  return Array.from({ length: count }, () => {
    const opening = write()
    const wording = chooseWording(kit, before, { asks, opens: opening !== '' }, 0)
    countGiven(kit, { printed: printWording(wording), numbers: null }, before)
    const facts = { mpName: 'Dame Anna van der Berg', constituency, nation: 'England' }
    const said = wording.said.flatMap(({ sentence, form }) => {
      const kept = kit.sentences[sentence]
      return kept ? [{ slot: kept.slot, ask: kept.ask, text: say(kept, form) }] : []
    })
    return { ...composeLetter(content, { own: { ...NO_OWN_WORDS, opening }, wording, ...facts }), opening, said }
  })
}

/** Of all sentences of eight words or more, the one that these letters hold most often; `null` where they hold none. */
export function mostRepeated(letters: InTurn[]): MostRepeated | null {
  const found = new Map<string, MostRepeated>()
  for (const { said } of letters) {
    for (const { slot, ask, text } of said) {
      if (slot === 'subject' || wordCount(text) < LONG) continue
      found.set(text, { times: (found.get(text)?.times ?? 0) + 1, text, slot, ask })
    }
  }
  return [...found.values()].reduce<MostRepeated | null>(
    (most, one) => (one.times > (most?.times ?? 0) ? one : most),
    null,
  )
}
