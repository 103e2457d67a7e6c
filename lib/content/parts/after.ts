import type { EditorPart } from './field'

/** What supporters read once they write, and what goes out with it. */
export const afterParts: readonly EditorPart[] = [
  {
    id: 'details',
    title: 'Details of supporters',
    help: 'A name, an e-mail address and a postal address are always asked for, since an MP’s office asks for them. Ask for more only where your campaign needs it.',
    fields: [
      {
        key: 'phoneHint',
        label: 'Telephone number, and why one may be given',
        kind: 'text',
        most: 200,
        optional: true,
        hint: 'Where something is written here, supporters may add a number; they need not. It stands in the letter, for the MP’s office alone, and is erased with it. Say what it is good for: “Some offices ring back rather than write.” Where nothing is written, no number is asked for.',
      },
    ],
  },
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
        hint: 'Where the letter goes by e-mail. An empty line between paragraphs; at most 6. Say what happens next, and when.',
      },
      {
        key: 'thankYou.kept',
        label: 'Text where the letter is kept',
        kind: 'rich',
        most: 1200,
        optional: true,
        hint: 'Where there is no MP for the constituency at present, so that nothing is sent yet. Where nothing is written here, the usual text stands there.',
      },
      {
        key: 'thankYou.toPost',
        label: 'Text where the letter is to be posted',
        kind: 'rich',
        most: 1200,
        optional: true,
        hint: 'Where the MP gives no e-mail address, so that its writer prints and posts it. Where nothing is written here, the usual text stands there.',
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
      {
        key: 'share.unsent',
        label: 'Text where the letter has not gone',
        kind: 'text',
        most: 240,
        optional: true,
        hint: 'In the words of somebody whose letter is kept, is still to be posted, or is looked at first. Where nothing is written here, it is the title of the campaign.',
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
