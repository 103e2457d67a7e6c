import type { CampaignContent } from '@/lib/content/content'

/** What supporters are asked before they see their letter; their answers are its heart. */
export const prompts: CampaignContent['prompts'] = [
  {
    id: 'touched',
    place: 'opening',
    question: 'Has this touched you, your family, your work, your faith or your town?',
    hint: 'One or two true sentences, as you would say them to your MP. If nothing comes to mind, say how you came to hear of it, or leave this empty.',
    good: 'My neighbour in Headingley is Armenian, and her cousins lived in Stepanakert.',
    skipped: 'I am deeply concerned about this very important issue.',
    starters: [
      'A friend of mine',
      'At work, I',
      'My family',
      'I had never heard of Nagorno-Karabakh until',
      'I have never been to the region, but',
    ],
  },
  {
    id: 'why',
    place: 'ask',
    question: 'Why does what you ask for matter to you?',
    hint: 'A reason of your own, in a whole sentence or two.',
    good: 'I ask about the ceasefire because I grew up in Belfast, and I know what it is to hear shots from the kitchen.',
    skipped: 'All of these demands are vital and must be met without delay.',
    starters: ['What matters most to me is', 'I ask about this because', 'As a parent, I', 'In my work I have seen'],
  },
  {
    id: 'answer',
    place: 'request',
    question: 'What would you like to hear back?',
    hint: 'A question of your own to the government, if you have one, or what you would want to see done.',
    good: 'I would like to know whether anybody in government ever answered HART.',
    skipped: 'I look forward to your urgent action on this matter.',
    starters: ['I would like to know whether', 'Please tell me if', 'In your answer, please say'],
  },
]
