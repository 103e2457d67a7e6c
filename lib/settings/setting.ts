import type { Context } from '@/lib/kernel/context'

/** What the installation keeps under a name, as it was stored; `undefined` where there is nothing. */
export function keptSetting(ctx: Context, name: string): Promise<unknown> {
  return ctx.settings.read(ctx, name)
}
