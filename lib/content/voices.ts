import { z } from 'zod'
import { mentions, subjects, wordings } from './content-slots'
import { idOf, line, listOf, part } from './content-text'
import { distinctIds } from './distinct'

/**
 * Another hand that letters can be written in: a letter keeps to one. A slot that it leaves out is taken from the
 * campaign's own.
 */
const voice = part('Voice', {
  id: idOf('Voice'),
  /** What staff call it: "Plain", "Formal". */
  name: line('Name of a voice', 40),
  subjects: subjects('Subjects of a voice').optional(),
  openings: wordings('Openings of a voice').optional(),
  followings: wordings('Openings after own words of a voice').optional(),
  mentions: mentions('Sentences of a voice that name other asks').optional(),
  requests: wordings('Requests of a voice').optional(),
  closes: wordings('Closes of a voice').optional(),
  asks: z.record(z.string(), wordings('Wordings of an ask in a voice')).default({}),
})
export type Voice = z.infer<typeof voice>

/** The voices beside the campaign's own. */
export const voices = listOf('Voices', voice, { least: 0, most: 5 }).superRefine(distinctIds('Voices')).default([])
