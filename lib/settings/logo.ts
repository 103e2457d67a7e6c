import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { logoGrounds } from './logo-on-page'
import { setting } from './setting'

const logo = z.object({
  /** Where its bytes are, and what its address is made of. */
  id: z.string(),
  /** What it says to those who do not see it; empty where only the operator's name is to be said. */
  alt: z.string(),
  width: z.number().positive(),
  height: z.number().positive(),
  ground: z.enum(logoGrounds),
  /** What its colours ask for, whatever an administrator has chosen. */
  measured: z.enum(logoGrounds),
})
export type Logo = z.infer<typeof logo>

/** The operator's logo, as the header of every public page shows it. */
export const logoSetting = setting('logo', z.object({ shown: logo.nullable() }).catch({ shown: null }), { shown: null })

/** The logo; `null` where there is none. */
export async function operatorLogo(ctx: Context): Promise<Logo | null> {
  return (await logoSetting.read(ctx)).shown
}
