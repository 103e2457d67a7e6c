import type { CampaignContent } from '@/lib/content/content'
import { say } from '@/lib/content/wordings/sentence'
import { wordCount } from '@/lib/kernel/text'
import { type KitWording, LONG, letterKit, type Slot } from '@/lib/writing/wordings/letter-kit'
import type { MostRepeated } from './repeats'

/** What one slot has, over all voices, and what an office would see of it. */
export type SlotFigures = {
  slot: Slot
  ask: string
  /** What staff call the ask; empty for a slot of none. */
  title: string
  /** Wordings of each voice that has its own, in the voices' order; `name` is empty while staff call a voice nothing. */
  voices: { name: string; wordings: number }[]
  /** In how many ways the poorest of its wordings can be said. */
  fewestWays: number
  /** The most often repeated sentence among a hundred letters; `null` where letters as given hold none of the slot. */
  repeated: { times: number; text: string } | null
}

/** Each slot of the letter as given, in its order, and those for own words and for many asks. */
export function slotsInFigures(content: CampaignContent, repeated: readonly MostRepeated[]): SlotFigures[] {
  const kit = letterKit(content)
  const places: { slot: Slot; ask: string }[] = [
    ...(['subject', 'opening', 'following'] as const).map((slot) => ({ slot, ask: '' })),
    ...kit.asks.map((ask) => ({ slot: 'ask' as const, ask })),
    ...(['mention', 'request', 'close'] as const).map((slot) => ({ slot, ask: '' })),
  ]
  return places.map(({ slot, ask }) => {
    const of = kit.voices.map((voice) => ({
      name: voice.name,
      wordings: slot === 'ask' ? (voice.asks.get(ask) ?? []) : slot === 'naming' ? [] : voice.slots[slot],
    }))
    const own = of.filter(({ wordings }, at) => at === 0 || wordings !== of[0]?.wordings)
    const ways = own.flatMap(({ wordings }) => wordings.map(waysOf))
    const most = repeated.find((one) => one.slot === slot && one.ask === ask)
    return {
      slot,
      ask,
      title: content.asks.find(({ id }) => id === ask)?.title ?? '',
      voices: own.map(({ name, wordings }) => ({ name, wordings: wordings.length })),
      fewestWays: ways.length > 0 ? Math.min(...ways) : 0,
      repeated: most ? { times: most.times, text: most.text } : null,
    }
  })
}

/** In how many ways the sentence of a wording can be said that can be said in fewest; short ones are common stock. */
function waysOf({ sentences }: KitWording): number {
  const long = sentences.filter((sentence) => wordCount(say(sentence, 0)) >= LONG)
  return Math.min(...(long.length > 0 ? long : sentences).map(({ forms }) => forms))
}
