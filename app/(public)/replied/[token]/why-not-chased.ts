import type { WhyNotChased } from '@/lib/letters/chasing/may-be-chased'

/** Why no second letter can go, as its writer is told. */
export function whyNotWords(why: WhyNotChased, mp: string): string {
  switch (why) {
    case 'itself-a-chase':
      return `This is your second letter to ${mp}. We send no third.`
    case 'not-sent':
      return 'Your first letter has not reached your MP as far as we know, so there is nothing to follow up.'
    case 'too-soon':
      return 'Two weeks have not gone by since your letter was sent. Give the office a little longer.'
    case 'erased':
      return 'We have erased the text of your letter, as we promised, so we cannot send it again with a second one.'
    case 'another-mp':
      return `Your letter went to ${mp}, who is not the MP for your constituency any more.`
    case 'no-email':
      return `We have no e-mail address of ${mp} at present. You can write to the House of Commons, London SW1A 0AA.`
    case 'closed':
      return 'This campaign takes no letters at present.'
  }
}
