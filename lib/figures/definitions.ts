import type { Measure } from '@/db/schema/index'

/** A figure: what it is called everywhere, what it counts, and what a share of it is a share of. */
export type Definition = {
  /** On pages and in e-mails. */
  label: string
  /** The column of files and of the interface for programs. */
  column: string
  counts: string
  /** The whole of its share; `null` where none is given. */
  whole: string | null
}

/**
 * What is counted when it happens, in the hour in which it happened: the same in pages, files, the interface for programs
 * and e-mails. Letters that were withdrawn, trials, those marked as not genuine and those that chase another count nowhere.
 */
export const definitions: Record<Measure, Definition> = {
  viewed: {
    label: 'Page views',
    column: 'viewed',
    counts:
      'How often the campaign’s page, its embed or a link to it that was passed on was opened. Without cookies: one person who comes twice is two. Programs that say what they are are left out.',
    whole: null,
  },
  found: {
    label: 'MP found',
    column: 'found',
    counts: 'How often a postcode or a constituency led to its MP.',
    whole: 'page views',
  },
  started: {
    label: 'Letter begun',
    column: 'started',
    counts: 'How often somebody went on from their MP to the letter.',
    whole: 'MPs found',
  },
  submitted: {
    label: 'Submitted',
    column: 'submitted',
    counts: 'Letters handed in, confirmed or not.',
    whole: 'letters begun',
  },
  confirmed: {
    label: 'Supporters',
    column: 'supporters',
    counts: 'People who confirmed their letter by e-mail. Each counts once in a campaign, however often they sign up.',
    whole: 'letters submitted',
  },
  accepted: {
    label: 'Letters accepted',
    column: 'letters',
    counts: 'Letters that the mail service took for the MP. What became of them afterwards is counted apart.',
    whole: 'supporters',
  },
  delivered: {
    label: 'Known to be delivered',
    column: 'delivered',
    counts: 'Letters of which the mail service says that the MP’s server took them, and that did not come back since.',
    whole: 'letters accepted',
  },
  bounced: {
    label: 'Letters that bounced',
    column: 'bounced',
    counts: 'Letters that came back from the MP’s server for good.',
    whole: null,
  },
  failed: {
    label: 'Letters that failed',
    column: 'failed',
    counts: 'Letters that could not be sent, or that staff decided not to send.',
    whole: null,
  },
  by_writer: {
    label: 'Sent by their writers themselves',
    column: 'sent_by_writer',
    counts: 'Letters whose writers say that they sent them, by post or from their own e-mail.',
    whole: null,
  },
  opted_in: {
    label: 'Get updates',
    column: 'opted_in',
    counts:
      'Supporters who asked to hear more, or did not refuse the soft opt-in of a charity, on the day on which they confirmed.',
    whole: 'supporters',
  },
  unsubscribed: {
    label: 'Unsubscribed',
    column: 'unsubscribed',
    counts: 'Supporters who want no more e-mail, on the day on which they said so.',
    whole: null,
  },
  asked: {
    label: 'Asked whether their MP replied',
    column: 'asked',
    counts:
      'Letters whose writers were asked, two weeks after sending, whether their MP had replied. Asked twice counts once.',
    whole: null,
  },
  real_answer: {
    label: 'Real answers',
    column: 'answered',
    counts: 'Writers who told of a real answer, on the day on which they did. An acknowledgement is no answer.',
    whole: null,
  },
  acknowledgement: {
    label: 'Only acknowledgements',
    column: 'acknowledged',
    counts: 'Writers who told of an acknowledgement and no more, on the day on which they did.',
    whole: null,
  },
  no_answer: {
    label: 'No reply',
    column: 'no_reply',
    counts: 'Writers who told that no reply had come, on the day on which they did.',
    whole: null,
  },
  not_expected: {
    label: 'Expected no reply',
    column: 'expected_none',
    counts: 'Writers who told that they had not expected one, on the day on which they did.',
    whole: null,
  },
}

/** What is counted of letters as they stand when one looks, whatever the hour in which it happened. */
export const standing = {
  answered: {
    label: 'Of those, with a real answer',
    column: 'asked_answered',
    counts: 'Of the letters that were asked about in these days, those of which a real answer has been told by now.',
    whole: 'letters asked about',
  },
  acknowledged: {
    label: 'Of those, with only an acknowledgement',
    column: 'asked_acknowledged',
    counts:
      'Of the letters that were asked about in these days, those of which an acknowledgement and no more has been told by now.',
    whole: 'letters asked about',
  },
  held: {
    label: 'Letters held now',
    column: 'held',
    counts: 'Confirmed letters that wait for something: a person of the team, an MP, an address. Of all days.',
    whole: null,
  },
  queued: {
    label: 'Letters on their way now',
    column: 'queued',
    counts: 'Confirmed letters that go when their turn comes. Of all days.',
    whole: null,
  },
  unconfirmed: {
    label: 'Not confirmed yet',
    column: 'unconfirmed',
    counts:
      'Letters whose writers have not pressed the button in their e-mail. Of all days; erased when it is too late.',
    whole: null,
  },
  ask: {
    label: 'Asks that stand in letters',
    column: 'letters',
    counts:
      'Confirmed letters of these days that hold the ask. A letter can hold several: the shares add up to more than all.',
    whole: 'the campaign’s confirmed letters of these days',
  },
  own_words: {
    label: 'With own words',
    column: 'own_words',
    counts: 'Confirmed letters of these days with 20 or more of their writers’ own words.',
    whole: 'confirmed letters of these days',
  },
} as const satisfies Record<string, Definition>
