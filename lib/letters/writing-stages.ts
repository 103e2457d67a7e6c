/** The pages on which a letter is written, in their order. */
export const WRITING_STAGES = ['words', 'letter', 'you', 'check'] as const

export type WritingStage = (typeof WRITING_STAGES)[number]

export function isWritingStage(text: string): text is WritingStage {
  return WRITING_STAGES.some((stage) => stage === text)
}
