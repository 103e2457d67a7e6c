import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { namedOperator } from './operator'
import { setting } from './setting'

const installation = z.object({ name: z.string(), sender: z.string() })
/** How the installation calls itself on its pages, and in From of what it mails. Empty parts are not set. */
export const installationSetting = setting('installation', installation.catch({ name: '', sender: '' }), {
  name: '',
  sender: '',
})

/** The name on every page. */
export async function installationName(ctx: Context): Promise<string> {
  return (await installationSetting.read(ctx)).name || 'Dear MP'
}

/** The name in From: as set, else the operator's, else the installation's. */
export async function senderName(ctx: Context): Promise<string> {
  const { name, sender } = await installationSetting.read(ctx)
  return sender || (await namedOperator(ctx))?.name || ctx.env.operator.name || name || 'Dear MP'
}
