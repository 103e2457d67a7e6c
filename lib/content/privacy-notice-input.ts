import { z } from 'zod'
import { typedEmail } from '@/lib/kernel/email-address'
import { manyLines, oneLine } from '@/lib/kernel/text'
import { typedText } from '@/lib/kernel/typed-text'
import { ownTextFaults } from './faults'

const address = typedEmail('Enter an e-mail address')

const ownText = typedText(manyLines, 4000, 'This can be at most 4,000 characters').superRefine((text, { addIssue }) => {
  for (const fault of ownTextFaults(text)) addIssue({ code: 'custom', message: capitalised(fault) })
})

/** What the operator says of its own on `/privacy`; every part can be left empty. */
export const privacyNoticeInput = z.object({
  complaintsEmail: z.string().transform((typed, { addIssue }) => {
    if (typed.trim() === '') return ''
    const read = address.safeParse(typed)
    for (const { message } of read.error?.issues ?? []) addIssue({ code: 'custom', message })
    return read.data?.toLowerCase() ?? z.NEVER
  }),
  complaintsPage: typedText(oneLine, 400, 'This can be at most 400 characters').refine(
    (page) => page === '' || isWebAddress(page),
    {
      error: 'Enter a whole address, as https://example.org/complaints',
    },
  ),
  processors: ownText,
  transfers: ownText,
  basis: ownText,
  more: ownText,
})

function isWebAddress(page: string): boolean {
  return URL.canParse(page) && new URL(page).protocol === 'https:' && new URL(page).hostname.includes('.')
}

function capitalised(sentence: string): string {
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`
}
