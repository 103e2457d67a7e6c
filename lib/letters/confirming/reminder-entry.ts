import { MINUTE } from '@/lib/kernel/time/durations'

type Given = {
  /** Tells this entry from others; no personal data, since calendars are shared. */
  id: string
  now: Date
  /** When it reminds. */
  at: Date
  /** What the campaign is called. */
  title: string
  /** Until when the link works, in words. */
  until: string
}

const MINUTES = 10
const OCTETS_A_LINE = 75

/** A calendar entry that reminds somebody to confirm their letter (RFC 5545), with an alarm. */
export function reminderEntry({ id, now, at, title, until }: Given): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Dear MP//Reminder//EN',
    'BEGIN:VEVENT',
    `UID:${id}`,
    `DTSTAMP:${stamp(now)}`,
    `DTSTART:${stamp(at)}`,
    `DTEND:${stamp(new Date(at.getTime() + MINUTES * MINUTE))}`,
    `SUMMARY:${escaped('Confirm my letter to my MP')}`,
    `DESCRIPTION:${escaped(`${title}\nOpen the link in the e-mail and press the button. It works until ${until}. Look in the spam folder as well.`)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped('Confirm my letter to my MP')}`,
    'TRIGGER:PT0S',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines
    .flatMap(folded)
    .map((line) => `${line}\r\n`)
    .join('')
}

function stamp(at: Date): string {
  return at.toISOString().replace(/[-:]|\.\d+/g, '')
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')
}

/** Lines of at most 75 octets, each further one begun with a blank; no character is cut. */
function folded(line: string): string[] {
  const lines: string[] = []
  let now = ''
  for (const character of line) {
    if (Buffer.byteLength(now + character) > OCTETS_A_LINE) {
      lines.push(now)
      now = ' '
    }
    now += character
  }
  return [...lines, now]
}
