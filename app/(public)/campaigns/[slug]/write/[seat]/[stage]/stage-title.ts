import type { LetterState } from '@/app/_server/letter/state'
import type { WritingStage } from '@/lib/letters/writing-stages'

const titles: Record<WritingStage, string> = {
  words: 'Your words',
  letter: 'Your letter',
  you: 'About you',
  check: 'Check your letter',
}

/** What a page of a letter is called and of which campaign it is; with "Error:" in front, where there is one on it. */
export function stageTitle(left: LetterState | null, campaign: string): string {
  const isFaulty = left !== null && left.faults.length > 0
  return `${isFaulty ? 'Error: ' : ''}${titles[left?.stage ?? 'words']} – ${campaign}`
}
