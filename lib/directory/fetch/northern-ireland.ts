import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { setting } from '@/lib/settings/setting'

/** The licence of Northern Ireland's postcodes, for whoever decides whether they are kept here. Source: ONS, as below. */
export const NORTHERN_IRELAND_LICENCE =
  'The postcodes of Northern Ireland (BT) are those of Land & Property Services (LPS), under a licence of their own: they may be used for your own internal business only, and for nothing else without a licence from LPS.'
export const LICENCES_URL = 'https://www.ons.gov.uk/methodology/geography/licences'

/** Whether the licence was agreed to, when, and by whom of the staff; null on the command line. */
export type NorthernIreland = { agreed: boolean; at: string; by: string | null }

const northernIreland = setting<NorthernIreland | null>(
  'northern_ireland_postcodes',
  z.object({ agreed: z.boolean(), at: z.string(), by: z.string().nullable() }).nullable().catch(null),
  null,
)

/** What was decided about Northern Ireland's postcodes; null before anybody has. */
export function northernIrelandChoice(ctx: Context): Promise<NorthernIreland | null> {
  return northernIreland.readNow(ctx)
}

/** Keeps what the actor decides, with who and when; what is kept already and says the same stays. */
export async function chooseNorthernIreland(ctx: Context, agreed: boolean): Promise<void> {
  const choice = { agreed, at: ctx.now().toISOString(), by: ctx.actor.kind === 'staff' ? ctx.actor.id : null }
  await northernIreland.change(ctx, (before) => (before?.agreed === agreed ? null : choice), {
    verb: 'directory.northern-ireland',
    subject: { kind: 'directory', id: 'postcodes' },
  })
}
