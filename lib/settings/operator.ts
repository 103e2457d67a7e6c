import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { settings } from '@/db/schema/index'
import type { Context } from '@/lib/kernel/context'

/** Who runs the installation: named in every footer and e-mail. A part that is not known is an empty text. */
export const operator = z.object({ name: z.string(), address: z.string(), email: z.string() })
export type Operator = z.infer<typeof operator>

/** The operator as an administrator has set it, else as the environment names it; `null` until there is a name. */
export async function namedOperator(ctx: Context): Promise<Operator | null> {
  const [row] = await ctx.db.select({ value: settings.value }).from(settings).where(eq(settings.name, 'operator'))
  const { name, address, email } = row ? operator.parse(row.value) : ctx.env.operator
  return name ? { name, address: address ?? '', email: email ?? '' } : null
}
