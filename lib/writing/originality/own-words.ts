import type { CampaignContent, Place } from '@/lib/content/content'

/** A supporter's own words by where they stand in the letter; empty where there are none. */
export type OwnWords = Record<Place, string>

export const NO_OWN_WORDS: OwnWords = { opening: '', ask: '', request: '' }

/**
 * What was typed into the prompts' boxes, by the place of each prompt, several as paragraphs. A box that holds no more
 * than a beginning which staff offered counts as empty: nobody meant "I am writing because" as a paragraph.
 */
export function ownWords(boxes: string[], { prompts }: Pick<CampaignContent, 'prompts'>): OwnWords {
  const words = { ...NO_OWN_WORDS }
  for (const { at, text } of answers(boxes, prompts)) {
    const place = prompts[at]?.place ?? 'opening'
    words[place] = words[place] === '' ? text : `${words[place]}\n\n${text}`
  }
  return words
}

/** The ids of the prompts whose boxes hold own words. */
export function answeredPrompts(boxes: string[], { prompts }: Pick<CampaignContent, 'prompts'>): string[] {
  return answers(boxes, prompts).flatMap(({ at }) => prompts[at]?.id ?? [])
}

function answers(boxes: string[], prompts: CampaignContent['prompts']): { at: number; text: string }[] {
  const starters = new Set(prompts.flatMap((prompt) => prompt.starters).map(plain))
  return boxes
    .map((box, at) => ({ at, text: box.trim() }))
    .filter(({ text }) => text !== '' && !starters.has(plain(text)))
}

/** All own words, in the order in which the letter has them. */
export function allOwnWords({ opening, ask, request }: OwnWords): string {
  return [opening, ask, request].filter((text) => text !== '').join('\n\n')
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
