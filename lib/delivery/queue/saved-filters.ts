import { z } from 'zod'
import type { Context } from '@/lib/kernel/context'
import { oneLine } from '@/lib/kernel/text'
import { setting } from '@/lib/settings/setting'
import { assertAllowed } from '@/lib/staff/assert-allowed'
import { filterQuery, type LetterFilter } from './filter'

/** A filter of letters that the team keeps under a name; `query` as it stands in an address. */
const savedFilter = z.object({ name: z.string(), query: z.string() })
export type SavedFilter = z.infer<typeof savedFilter>

const SAVED_MOST = 30
const NAME_MOST = 60

const savedSetting = setting('letter_filters', z.array(savedFilter).catch([]), [])

/** The name of a filter as it is typed. */
export const filterName = z
  .string()
  .transform(oneLine)
  .pipe(z.string().min(1, 'Give the filter a name').max(NAME_MOST, `Use ${NAME_MOST} characters at most for the name`))

/** The filters that the team has kept, by name. */
export function savedFilters(ctx: Context): Promise<SavedFilter[]> {
  assertAllowed(ctx, 'letters.see')
  return savedSetting.read(ctx)
}

/** Keeps a filter for the whole team, in place of one of the same name. Gives `false` where there are too many. */
export async function saveFilter(ctx: Context, name: string, filter: LetterFilter): Promise<boolean> {
  assertAllowed(ctx, 'letters.act')
  const saved = { name, query: filterQuery(filter) }
  const kept = await savedSetting.change(ctx, (before) => {
    const others = before.filter((each) => each.name !== name)
    if (others.length >= SAVED_MOST) return null
    return [...others, saved].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
  })
  return kept !== null
}

/** Forgets a filter that was kept. */
export async function forgetFilter(ctx: Context, name: string): Promise<void> {
  assertAllowed(ctx, 'letters.act')
  await savedSetting.change(ctx, (before) => before.filter((each) => each.name !== name))
}
