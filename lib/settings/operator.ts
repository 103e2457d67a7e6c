import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { setting } from './setting'

const operator = z.object({ name: z.string(), address: z.string(), email: z.string() })
/** Who runs the installation: named in every footer and e-mail. A part that is not known is an empty text. */
export type Operator = z.infer<typeof operator>

/** The operator as an administrator has set it. */
export const operatorSetting = setting('operator', operator.nullable().catch(null), null)

/** The operator as an administrator has set it, else as the environment names it, the address in one line; `null` until there is a name. */
export async function namedOperator(ctx: Context): Promise<Operator | null> {
  const { name, address, email } = (await operatorSetting.read(ctx)) ?? ctx.env.operator
  return name ? { name, address: inOneLine(address ?? ''), email: email ?? '' } : null
}

/** An address as imprints have it, whatever lines it was typed in. */
function inOneLine(address: string): string {
  return address
    .split(/[\r\n]+/)
    .map((line) => line.trim().replace(/,$/, ''))
    .filter((line) => line !== '')
    .join(', ')
}

/** The operator's e-mail, also where it is known before the name is; empty where there is none. */
export async function operatorEmail(ctx: Context): Promise<string> {
  return (await namedOperator(ctx))?.email || ctx.env.operator.email || ''
}
