import type { CampaignContent } from '@/lib/content/content'
import { usualPrompts } from '@/lib/content/usual-texts'

const { touched, why, answer } = usualPrompts

/** What supporters are asked before they see their letter; their answers are its heart. */
export const prompts: CampaignContent['prompts'] = [
  {
    ...touched,
    good: 'My neighbour in Headingley is Armenian, and her cousins lived in Stepanakert.',
    starters: [
      'A friend of mine',
      'At work, I',
      'My family',
      'I had never heard of Nagorno-Karabakh until',
      'I have never been to the region, but',
    ],
  },
  {
    ...why,
    good: 'I ask about the ceasefire because I grew up in Belfast, and I know what it is to hear shots from the kitchen.',
  },
  { ...answer, good: 'I would like to know whether anybody in government ever answered HART.' },
]
