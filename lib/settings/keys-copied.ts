import { z } from 'zod'
import { setting } from './setting'

/** That somebody has said that a copy of the keys is kept elsewhere: of which newest data key, when, and who it was. */
export const keysCopied = setting(
  'keys_copied',
  z.object({ key: z.string(), at: z.coerce.date(), by: z.string().nullable() }).nullable().catch(null),
  null,
)
