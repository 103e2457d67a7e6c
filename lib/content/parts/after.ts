import type { EditorPart } from './field'

/** What supporters read once they write, and what goes out with it. */
export const afterParts: readonly EditorPart[] = [
  {
    id: 'consent',
    title: 'Consent to updates',
    help: 'Beside the box that is not ticked. A new wording is a new version by itself: whoever ticked the old one has agreed to the old one.',
    fields: [
      {
        key: 'consent.wording',
        label: 'Wording',
        kind: 'text',
        most: 600,
        hint: 'Say who writes, what is kept, and that one can leave at any time. What is kept and passed on is a name, an e-mail address, a postcode, a constituency and that somebody took part, passed on to the systems that updates are sent with: whatever of it this does not name is added below it.',
      },
    ],
  },
  {
    id: 'thanks',
    title: 'Thank-you',
    help: 'What stands on the page after a letter is confirmed.',
    fields: [
      { key: 'thankYou.title', label: 'Title', kind: 'line', most: 90 },
      {
        key: 'thankYou.paragraphs',
        label: 'Text',
        kind: 'rich',
        most: 1200,
        hint: 'An empty line between paragraphs; at most 6. Say what happens next, and when.',
      },
    ],
  },
  {
    id: 'share',
    title: 'Sharing',
    help: 'What people pass on. The picture is shown where a link to the campaign is posted.',
    fields: [
      {
        key: 'share.text',
        label: 'Text',
        kind: 'text',
        most: 240,
        hint: 'In the words of somebody who has just written. The link follows it.',
      },
      { key: 'share.image', label: 'Picture', kind: 'image', optional: true },
      {
        key: 'share.image.alt',
        label: 'The picture in words',
        kind: 'line',
        most: 200,
        hint: 'For people who do not see it. What does it show?',
      },
    ],
  },
]
