import type { Context } from '@/lib/kernel/context'
import { dataKeys } from '@/lib/kernel/secrets/data-keys'
import { keysCopied } from '@/lib/settings/keys-copied'
import { keepSetting } from '@/lib/staff/keep-setting'
import { actorId } from '@/lib/staff/own-id'

/** When somebody has said that a copy of the present keys is kept elsewhere, and who; `null` where nobody has. */
export async function copyOfKeys(ctx: Context): Promise<{ at: Date; by: string | null } | null> {
  const said = await keysCopied.read(ctx)
  return said && said.key === newest() ? said : null
}

/** Writes down that a copy of the present keys is kept elsewhere. Throws a `Refusal` where the actor may not. */
export function sayKeysCopied(ctx: Context): Promise<void> {
  return keepSetting(ctx, keysCopied, { key: newest(), at: ctx.now(), by: actorId(ctx) ?? null })
}

function newest(): string {
  return dataKeys()[0]?.id ?? ''
}
