import { Part } from '@/components/staff/part'
import { When } from '@/components/staff/when'
import { Table } from '@/components/ui/table'
import { listByHand } from '@/lib/directory/members/by-hand'
import type { Context } from '@/lib/kernel/context'

const columns = ['Seat', 'MP', 'Address', 'Set', 'At the source'].map((label) => ({ label }))

/** The addresses that staff have set; nothing where there are none. */
export async function Addresses({ ctx }: { ctx: Context }) {
  const rows = await listByHand(ctx)
  if (rows.length === 0) return null
  return (
    <Part id="addresses" heading="Addresses set by hand">
      <div className="space-y-4">
        <p className="max-w-measure">
          An address that is set on the page of its seat, or by a list of MPs from a file, stays until the source itself
          gives another one than it does now.
        </p>
        <Table
          caption="MPs with an address set by hand"
          captionHidden
          columns={columns}
          rows={rows.map(({ code, constituency, name, email, setByHand, sourceEmail }) => ({
            key: code,
            cells: [
              <a key="seat" className="link font-semibold" href={`/staff/directory/seats/${code}`}>
                {constituency}
              </a>,
              name,
              email ?? 'none',
              <When key="set" at={setByHand} />,
              sourceEmail ?? 'none',
            ],
          }))}
        />
      </div>
    </Part>
  )
}
