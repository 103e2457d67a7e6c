import type { CampaignContent } from '@/lib/content/content'
import { say } from '@/lib/content/wordings/sentence'
import { composeLetter } from '@/lib/writing/compose'
import { NO_OWN_WORDS } from '@/lib/writing/originality/own-words'
import { chooseWording } from '@/lib/writing/wordings/choose-wording'
import { countGiven, noneBefore } from '@/lib/writing/wordings/given-before'
import { letterKit, type Slot } from '@/lib/writing/wordings/letter-kit'
import { printWording, type Wording } from '@/lib/writing/wordings/wording'

/** A sentence of staff's as a letter says it, its placeholders as they stand. */
export type SaidIn = { slot: Slot; ask: string; text: string }
/** A letter as it is drawn; `opening` are its writer's own words, `said` the sentences of staff's that it holds. */
export type Drawn = { wording: Wording; opening: string; said: SaidIn[] }
/** The same as it would be given. */
type InTurn = Omit<Drawn, 'wording'> & { subject: string; body: string }
/** To whom a letter goes; `mpName` is `null` where the seat is vacant. */
export type Facts = { mpName: string | null; constituency: string; nation: string }
/** Which asks their writers tick (none: as they come), and what each of them writes before the opening. */
type Writers = { asks?: string[]; opening?: () => string }

/**
 * The letters that one MP would get one after the other, by nothing but what was given before; one at each step, so that
 * whoever draws them can let others go first.
 */
export function* drawInTurn(
  content: CampaignContent,
  count: number,
  { asks = [], opening: write = () => '' }: Writers = {},
): Generator<Drawn> {
  const kit = letterKit(content)
  const before = noneBefore(kit)
  for (let at = 0; at < count; at++) {
    const opening = write()
    const wording = chooseWording(kit, before, { asks, opens: opening !== '' }, 0)
    countGiven(kit, { printed: printWording(wording), numbers: null }, before)
    const said = wording.said.flatMap(({ sentence, form }) => {
      const kept = kit.sentences[sentence]
      return kept ? [{ slot: kept.slot, ask: kept.ask, text: say(kept, form) }] : []
    })
    yield { wording, opening, said }
  }
}

/** A letter that was drawn as one MP gets it. */
export function written(content: CampaignContent, { wording, opening }: Drawn, facts: Facts) {
  return composeLetter(content, { own: { ...NO_OWN_WORDS, opening }, wording, ...facts })
}

/** All of them at once, as the MP of a constituency of that name gets them. */
export function lettersInTurn(
  content: CampaignContent,
  count: number,
  constituency: string,
  writers: Writers = {},
): InTurn[] {
  const facts = { mpName: 'Dame Anna van der Berg', constituency, nation: 'England' }
  return [...drawInTurn(content, count, writers)].map((letter) => {
    const { opening, said } = letter
    return { ...written(content, letter, facts), opening, said }
  })
}
