import { resentWords } from '@/app/(public)/resent-words'
import { whyMailIsLate } from '@/app/(public)/when-mail-is-there'
import { WriteAgain } from '@/app/(public)/write-again'
import { AskedTooOften } from '@/components/ui/asked-too-often'
import { Notice } from '@/components/ui/notice'
import { Unbroken } from '@/components/ui/unbroken'
import { timeAndDate } from '@/lib/kernel/text'
import type { Resent } from '@/lib/letters/confirming/send-confirmation-again'
import type { Lateness } from '@/lib/messages/to-writer/confirmations-late'

type Props = {
  /** `asked`: the link to what is private; `resent`, or why not: the e-mail that confirms. */
  of: 'asked' | 'often' | 'resent' | Exclude<Resent, 'asked'>
  retryAt: Date | null
  /** When the e-mail that confirms went last, or goes. */
  goesAt: Date | null
  /** Of the campaign, for whoever has to write again. */
  slug: string
  late: Lateness
}

/** Says above the page what came of asking for an e-mail. */
export function WhatCame({ of, retryAt, goesAt, slug, late }: Props) {
  if (of === 'often') return <AskedTooOften retryAt={retryAt} />
  const { look, heading, text } = words(of, goesAt, late)
  return (
    <Notice look={look} heading={heading}>
      <p>
        <Unbroken>{text}</Unbroken>
      </p>
      {of === 'spent' && <WriteAgain slug={slug} />}
    </Notice>
  )
}

function words(of: Exclude<Props['of'], 'often'>, goesAt: Date | null, late: Lateness): ReturnType<typeof resentWords> {
  switch (of) {
    case 'asked':
      return {
        look: 'done',
        heading: 'We send you the link',
        text: `It goes to the e-mail address that you gave. ${whyMailIsLate(late) ?? 'It should be there in a minute or two.'} If that address has had what it may get for now, it follows when there is room.`,
      }
    case 'resent':
      return resentWords('asked', null, late)
    case 'waits':
      return {
        ...resentWords(of, null, late),
        text: `It goes by itself${goesAt ? ` at ${timeAndDate(goesAt)}` : ''}. It can be sent again only after that.`,
      }
    case 'spent':
      return {
        ...resentWords(of, null, late),
        text: 'If none arrived, look in your spam or junk folder. If the address that you gave is not right, write the letter again.',
      }
    default:
      return resentWords(of, null, late)
  }
}
