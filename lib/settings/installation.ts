import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { namedOperator } from './operator'
import { keptSetting } from './setting'

export const INSTALLATION = 'installation'

const kept = z.object({ name: z.string(), sender: z.string() })

/** How the installation calls itself on its pages, and in From of what it mails. Empty parts are not set. */
export type Installation = z.infer<typeof kept>

/** What an administrator has set; empty texts where they have not. */
export async function setInstallation(ctx: Context): Promise<Installation> {
  return kept.catch({ name: '', sender: '' }).parse(await keptSetting(ctx, INSTALLATION))
}

/** The name on every page. */
export async function installationName(ctx: Context): Promise<string> {
  return (await setInstallation(ctx)).name || 'Dear MP'
}

/** The name in From: as set, else the operator's, else the installation's. */
export async function senderName(ctx: Context): Promise<string> {
  const { name, sender } = await setInstallation(ctx)
  return sender || (await namedOperator(ctx))?.name || ctx.env.operator.name || name || 'Dear MP'
}
