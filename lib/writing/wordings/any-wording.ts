import type { CampaignContent } from '@/lib/content/content'
import { chooseWording } from './choose-wording'
import { noneBefore } from './given-before'
import { letterKit } from './letter-kit'
import type { Wish } from './plan'
import type { Wording } from './wording'

/** The `turn`th of the wordings that there are, for where none is given to a supporter: previews and samples. */
export function anyWording(content: CampaignContent, turn: number, wish: Wish = { asks: [], opens: false }): Wording {
  const kit = letterKit(content)
  return chooseWording(kit, noneBefore(kit), wish, turn)
}
