import { z } from 'zod'
import { notePostcodesChanged } from '@/lib/directory/postcodes/version'
import { factsAbout, writeFacts } from '@/lib/directory/splits/stored-facts'
import type { Context } from '@/lib/kernel/context'
import { counted } from '@/lib/kernel/text'

/** Which postcodes a list named, and all that was stored of them before. */
const kept = z.object({
  postcodes: z.array(z.string()),
  facts: z.array(
    z.object({
      postcode: z.string(),
      constituencyCode: z.string(),
      terminated: z.boolean(),
      listed: z.boolean(),
      // What was kept by a version that counted none has none.
      properties: z.int().nullable().default(null),
    }),
  ),
})

/** Has what was stored of the postcodes that a list named be stored again, as {@link PutBack}. */
export async function putBackSplits(ctx: Context, stored: unknown, write: boolean) {
  const { postcodes, facts } = kept.parse(stored)
  const now = await factsAbout(ctx, postcodes)
  if (write) {
    await writeFacts(ctx, postcodes, facts)
    await notePostcodesChanged(ctx)
  }
  return {
    lines: [`What was stored of ${counted(postcodes.length, 'postcode')} before the list is stored again.`],
    back: { postcodes, facts: now } satisfies z.infer<typeof kept>,
  }
}
