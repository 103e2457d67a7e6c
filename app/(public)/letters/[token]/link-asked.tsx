import { AskedTooOften } from '@/components/ui/asked-too-often'
import { Notice } from '@/components/ui/notice'
import { Unbroken } from '@/components/ui/unbroken'

/** What came of asking for a link to what is private of a letter. */
export type Asked = { done: 'asked' | 'often'; retryAt: Date | null }

/** Says so above the page. */
export function LinkAsked({ done, retryAt }: Asked) {
  if (done === 'often') return <AskedTooOften retryAt={retryAt} />
  return (
    <Notice look="done" heading="We send you the link">
      <p>
        <Unbroken>
          It goes to the e-mail address that you gave, and should be there in a minute or two. If that address has had
          what it may get for now, it follows when there is room.
        </Unbroken>
      </p>
    </Notice>
  )
}
