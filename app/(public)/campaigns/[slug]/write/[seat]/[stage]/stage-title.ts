import type { LetterState } from '@/app/_server/letter/state'
import { pageTitle } from '@/app/_server/page-title'
import type { WritingStage } from '@/lib/letters/writing-stages'

const titles: Record<WritingStage, string> = {
  words: 'Your words',
  letter: 'Your letter',
  you: 'About you',
  check: 'Check your letter',
}

/** What a page of a letter is called and of which campaign it is. */
export function stageTitle(left: LetterState | null, campaign: string): string {
  return pageTitle({ step: titles[left?.stage ?? 'words'], campaign })
}
