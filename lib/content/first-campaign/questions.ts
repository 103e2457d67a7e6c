import type { CampaignContent } from '@/lib/content/content'
import { usualQuestions } from '@/lib/content/usual-texts'

/** What people ask of this campaign, then of any. */
export const questions: CampaignContent['questions'] = [
  {
    question: 'Is this about what is happening today?',
    answer:
      'No. It goes back to one document, HART’s statement of 6 October 2020, and says only what that statement says. Nothing later is described here. Your letter names the date, and asks your MP what the government did about it then and where it stands today. If you know more, say so in your own words.',
  },
  {
    question: 'Is HART behind this campaign?',
    answer:
      'No. HART’s statement is the source of what is said here, and no other link to HART is claimed. The press contacts shown are the ones that its statement prints. Who runs this site is named at the foot of every page.',
  },
  ...usualQuestions,
]
