import type { Context } from '@/lib/kernel/context'
import type { Setting } from '@/lib/settings/setting'
import { assertAllowed } from './assert-allowed'

/** Keeps a setting in place of what stood there, and writes both down. Throws a `Refusal` where the actor may not. */
export function keepSetting<T>(ctx: Context, setting: Setting<T>, value: T): Promise<void> {
  assertAllowed(ctx, 'settings.set')
  return setting.keep(ctx, value, { verb: 'settings.set' })
}
