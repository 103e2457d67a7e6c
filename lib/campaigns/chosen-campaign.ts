import type { Context } from '@/lib/kernel/context'
import { type ListedCampaign, listCampaigns } from './list'

/** What all campaigns together are called where one is typed. */
export const ALL = 'All campaigns'

/** The campaign that a form names, `null` for all of them, or why it names none. */
export type ChosenCampaign<C = ListedCampaign> = { campaign: C | null } | { fault: string }
type Campaign = Pick<ListedCampaign, 'id' | 'slug' | 'name'>

/** Reads a campaign that was picked or typed: by its slug, its name, or any words of it that no other has. */
export async function chosenCampaign(ctx: Context, typed: string): Promise<ChosenCampaign> {
  return chosenOf(typed, await listCampaigns(ctx))
}

/** The same of these campaigns. */
export function chosenOf<C extends Campaign>(typed: string, campaigns: readonly C[]): ChosenCampaign<C> {
  const words = typed.trim()
  if (!words) return { fault: 'Choose a campaign, or all of them' }
  if (words === 'all' || words === ALL) return { campaign: null }
  const [campaign, ...more] = meantBy(words, toldApart(campaigns))
  if (!campaign) return { fault: 'There is no such campaign' }
  if (more.length > 0) return { fault: 'Several campaigns have these words in their names: type more of it' }
  return { campaign }
}

/** The same campaigns, those of equal names told apart by their age: "Save our library (2 of 3)". */
export function toldApart<C extends Campaign>(campaigns: readonly C[]): C[] {
  const many = new Map<string, number>()
  for (const { name } of campaigns) many.set(name, (many.get(name) ?? 0) + 1)
  const seen = new Map<string, number>()
  return campaigns.map((each) => {
    const of = many.get(each.name) ?? 1
    const at = (seen.get(each.name) ?? 0) + 1
    seen.set(each.name, at)
    return of > 1 ? { ...each, name: `${each.name} (${at} of ${of})` } : each
  })
}

/** The campaigns that could be meant by a slug, a name, or words of one. */
export function meantBy<C extends Campaign>(typed: string, campaigns: readonly C[]): C[] {
  const bySlug = campaigns.find(({ slug }) => slug === typed)
  if (bySlug) return [bySlug]
  const words = typed.toLocaleLowerCase('en-GB')
  const named = campaigns.filter(({ name }) => name.toLocaleLowerCase('en-GB') === words)
  return named.length > 0 ? named : campaigns.filter(({ name }) => name.toLocaleLowerCase('en-GB').includes(words))
}
