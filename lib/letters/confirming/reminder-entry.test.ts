import { expect, test } from 'vitest'
import { NOON } from '@/lib/kernel/testing/noon'
import { HOUR } from '@/lib/kernel/time/durations'
import { reminderEntry } from './reminder-entry'

const entry = reminderEntry({
  id: 'x@localhost',
  now: NOON,
  at: new Date(NOON.getTime() + HOUR),
  title: 'Commas, semicolons; back\\slashes and Ünïcödé: a title that is long enough to be folded somewhere',
  until: '12:00 on 17 November 2026',
})

test('a reminder is a calendar entry of whole lines, each of at most 75 octets', () => {
  const lines = entry.split('\r\n')
  expect(lines.at(-1)).toBe('')
  expect(entry.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(lines.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0'])
})

test('what stands in it is escaped and can be put together again', () => {
  const whole = entry.replaceAll('\r\n ', '')
  expect(whole).toContain('DTSTART:20261110T130000Z')
  expect(whole).toContain('Commas\\, semicolons\\; back\\\\slashes and Ünïcödé: a title')
  expect(whole).toContain('folded somewhere\\nOpen the link')
})
