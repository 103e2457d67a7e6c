import { posted } from '@/app/_server/request'
import { one } from '@/app/staff/_figures/asked'
import { Button } from '@/components/ui/button'
import { Details } from '@/components/ui/details'
import { ErrorSummary } from '@/components/ui/error-summary'
import { TextArea } from '@/components/ui/typing/text-area'
import { ownList } from '@/lib/figures/dashboard/own-list'
import type { Context } from '@/lib/kernel/context'
import { counted } from '@/lib/kernel/text'
import { ownListForm } from './form'
import { type Asked, addressOf } from './view'

/** A targeting list of one's own: names pasted, and the figures narrowed to the constituencies that they match. */
export async function OwnListForm({ ctx, asked }: { ctx: Context; asked: Asked }) {
  const left = posted(ownListForm)
  const listed = await ownList(ctx, one(asked.query.list))
  const names = left?.values.names ?? listed?.map(({ name }) => name).join('\n') ?? ''
  const error = left?.faults[0]?.message
  const matched = Number(left?.values.matched)
  return (
    <>
      <ErrorSummary faults={left?.faults ?? []} />
      <Details look="plain" open={left !== null} summary="A list of your own">
        <form id="own-list-form" method="post" action="/staff/dashboard/list" className="space-y-3">
          <input type="hidden" name="back" value={addressOf(asked, { list: '', page: '' }).split('?')[1]} />
          <TextArea
            name="names"
            label="Constituencies or MPs, one to a line"
            hint="As pasted from anywhere: a name, or the cells of a row of a table. The list stands in the address of this page: keep or send that. An empty list is all of them."
            error={error}
            rows={6}
            defaultValue={names}
          />
          <p className="flex flex-wrap gap-x-5 gap-y-2">
            <Button look="second">Show this list</Button>
            {matched > 0 && (
              <Button look="second" name="unknown" value="leave-out">
                <span key={matched}>{`Show the ${counted(matched, 'constituency', 'constituencies')} that match`}</span>
              </Button>
            )}
          </p>
        </form>
      </Details>
    </>
  )
}
