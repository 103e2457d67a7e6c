import type { CampaignContent } from '@/lib/content/content'

/**
 * What was typed into the prompts' boxes, in their order, as paragraphs of the letter. A box that holds no more
 * than a beginning which staff offered counts as empty: nobody meant "I am writing because" as a paragraph.
 */
export function ownWords(boxes: string[], { prompts }: Pick<CampaignContent, 'prompts'>): string {
  const starters = new Set(prompts.flatMap((prompt) => prompt.starters).map(plain))
  return boxes
    .map((text) => text.trim())
    .filter((text) => text !== '' && !starters.has(plain(text)))
    .join('\n\n')
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
