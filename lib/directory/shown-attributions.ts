import type { Context } from '@/lib/kernel/context'
import { NORTHERN_IRELAND_AREA } from './postcode-areas'
import { coversArea } from './postcodes/cached-postcodes'
import { attributions, NORTHERN_IRELAND_ATTRIBUTION } from './snapshot/attributions'

/** What the licences of the data that the directory holds ask to be shown on its pages, a sentence each. */
export async function shownAttributions(ctx: Context): Promise<string[]> {
  const texts = attributions.map(({ text }) => text)
  return (await coversArea(ctx, NORTHERN_IRELAND_AREA)) ? [...texts, NORTHERN_IRELAND_ATTRIBUTION] : texts
}
