import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { posted, publicContext } from '@/app/_server/request'
import { staffPage } from '@/app/staff/staff-page'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { type ListedSeat, listedSeats } from '@/lib/directory/every-seat/listed-seats'
import { seatHistory } from '@/lib/directory/seat-history/seat-history'
import { findSeat } from '@/lib/directory/seats'
import type { Context } from '@/lib/kernel/context'
import { AddressForm } from './address-form'
import { form } from './form'
import { History } from './history'
import { Sitting } from './sitting'

type Address = { params: Promise<{ seat: string }> }

export async function generateMetadata({ params }: Address): Promise<Metadata> {
  const seat = await findSeat(publicContext(), (await params).seat)
  return { title: seat?.name ?? 'A seat' }
}

export default staffPage(
  {
    verb: 'directory.see',
    at: '/staff/directory',
    title: async ({ ctx }, { seat = '' }) => (await oneSeat(ctx, seat)).name,
  },
  async ({ ctx }, _, { seat: code = '' }) => {
    const left = posted(form)
    const [seat, history] = await Promise.all([oneSeat(ctx, code), seatHistory(ctx, code)])
    return (
      <>
        <div className="max-w-[46rem] empty:hidden">
          <ErrorSummary faults={left?.faults ?? []} />
          {left?.done && <Done done={left.done} seat={seat} />}
        </div>
        <div className="grid items-start gap-x-14 gap-y-8 lg:grid-cols-2">
          <Sitting seat={seat} now={ctx.now()} />
          {seat.mp && <AddressForm code={code} mp={seat.mp} left={left} />}
        </div>
        <History changes={history} />
        <p className="flex flex-wrap gap-x-8 gap-y-2">
          <a className="link inline-flex min-h-target items-center" href="/staff/directory/seats">
            All seats
          </a>
          <a className="link inline-flex min-h-target items-center" href={lettersHref(seat)}>
            Letters of this seat
          </a>
        </p>
      </>
    )
  },
)

async function oneSeat(ctx: Context, code: string): Promise<ListedSeat> {
  const [seat] = await listedSeats(ctx, code)
  return seat ?? notFound()
}

function lettersHref({ name }: ListedSeat): string {
  return `/staff/letters?${new URLSearchParams({ mp: name })}`
}

function Done({ done, seat: { mp } }: { done: 'set' | 'clear'; seat: ListedSeat }) {
  const heading = done === 'set' && mp?.setByHand ? 'The address is set by hand' : 'The address is the source’s'
  return (
    <Notice look="done" heading={heading}>
      <p>
        {mp?.email
          ? 'Letters that waited for an address go on their way now.'
          : 'The source has none at present: letters wait, or go by post.'}
      </p>
    </Notice>
  )
}
