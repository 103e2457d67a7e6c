import type { HeldReason, ReviewRule } from '@/db/schema/index'

/** Why a letter is held, so that it can follow “held:”. */
export const heldWords: Record<HeldReason, string> = {
  vacant: 'the seat is vacant',
  dissolved: 'Parliament is dissolved',
  'no-address-yet': 'no address of the MP just now',
  'no-email': 'no e-mail address for the MP',
  staff: 'by staff, or for them',
  abuse: 'by a rule against abuse',
  unsettled: 'nobody knows whether it was sent',
  returned: 'the mail service reported a fault after it had taken it',
  blocked: 'the servers of the MP’s address take nothing from our sender',
}

/** The rules that hold a letter for a person to look at. */
export const ruleWords: Record<ReviewRule, string> = {
  words: 'a word of the list',
  links: 'too many links',
  'watched-domain': 'a watched mail domain',
  likeness: 'nearly the same own words',
  network: 'many from one network',
  'mail-domain': 'many of one mail domain',
  burst: 'many to one MP',
  address: 'an address abroad',
}
