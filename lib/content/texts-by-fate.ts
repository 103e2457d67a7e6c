import type { CampaignContent } from './content'
import { usualThankYouAwaited, usualThankYouKept, usualThankYouToPost } from './usual-texts'

/**
 * What a confirmed letter comes to: it goes by e-mail, is kept until there is an MP, is kept until a new MP's e-mail
 * address is listed, or is its writer's to post.
 */
export type LetterFate = 'going' | 'kept' | 'awaited' | 'to-post'

/** The paragraphs that thank the writer of a letter, true of what it comes to. */
export function thankYouFor({ thankYou }: CampaignContent, fate: LetterFate): readonly string[] {
  switch (fate) {
    case 'going':
      return thankYou.paragraphs
    case 'kept':
      return thankYou.kept ?? usualThankYouKept
    case 'awaited':
      return thankYou.awaited ?? usualThankYouAwaited
    case 'to-post':
      return thankYou.toPost ?? usualThankYouToPost
  }
}

/** What its writer passes on; `fate` is `null` where nothing can be said of their letter. */
export function shareTextFor({ share, title }: CampaignContent, fate: LetterFate | null): string {
  return fate === 'going' ? share.text : (share.unsent ?? `${title}: you can write to your MP about it.`)
}
