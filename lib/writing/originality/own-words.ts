import type { CampaignContent, Place } from '@/lib/content/content'

/** A supporter's own words by where they stand in the letter; empty where there are none. */
export type OwnWords = Record<Place, string>

export const NO_OWN_WORDS: OwnWords = { opening: '', ask: '', request: '' }

/**
 * What was typed into the prompts' boxes, by the place of each prompt, several as paragraphs. A box that holds no more
 * than beginnings which staff offered counts as empty: nobody meant "I am writing because" as a paragraph.
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
  const starters = prompts.flatMap((prompt) => prompt.starters).map((starter) => `${plain(starter)} `)
  return boxes.map((box, at) => ({ at, text: box.trim() })).filter(({ text }) => !isBeginnings(text, starters))
}

/** Whether nothing was typed but beginnings that were pressed, one or several, or nothing at all. */
function isBeginnings(text: string, starters: string[]): boolean {
  const words = plain(text)
  if (words === '') return text === ''
  let rest = `${words} `
  while (rest !== '') {
    // The longest: one beginning may be how another begins.
    const [first] = starters.filter((starter) => rest.startsWith(starter)).sort((a, b) => b.length - a.length)
    if (!first) return false
    rest = rest.slice(first.length)
  }
  return true
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
