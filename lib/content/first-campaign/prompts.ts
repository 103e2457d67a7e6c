import type { CampaignContent } from '@/lib/content/content'

/** What supporters are asked before they see their letter; their answers are its heart. */
export const prompts: CampaignContent['prompts'] = [
  {
    id: 'touched',
    place: 'opening',
    question: 'Has this touched you, your family, your work, your faith or your town?',
    hint: 'One or two true sentences are plenty. Leave it empty if nothing comes to mind.',
    good: 'My neighbour in Headingley is Armenian, and her cousins lived in Stepanakert.',
    skipped: 'I am deeply concerned about this very important issue.',
    starters: ['A friend of mine', 'At work, I', 'My family', 'In our town,', 'I have never been to the region, but'],
  },
  {
    id: 'which',
    place: 'ask',
    question: 'Which of the requests below matters most to you, and why?',
    hint: 'A reason of your own, in a sentence or two.',
    good: 'The ceasefire matters most to me: I grew up in Belfast and I know what it is to hear shots from the kitchen.',
    skipped: 'All of these demands are vital and must be met without delay.',
    starters: ['What matters most to me is', 'I chose this because', 'As a parent, I', 'In my work I have seen'],
  },
  {
    id: 'answer',
    place: 'request',
    question: 'What would you like to hear back?',
    hint: 'A question of yours, or what you would want to see done.',
    good: 'I would like to know whether anybody in government ever answered HART.',
    skipped: 'I look forward to your urgent action on this matter.',
    starters: ['I would like to know whether', 'Please tell me if', 'In your answer, please say'],
  },
]
