import { expect, test } from 'vitest'
import { readSpan } from './span'

const NOW = new Date('2026-11-24T12:00:00Z')

test('without a question it is the last 30 days, beside the 30 before', () =>
  expect(readSpan({}, NOW)).toEqual({
    span: { from: '2026-10-26', to: '2026-11-24', days: 30, before: { from: '2026-09-26', to: '2026-10-25' } },
    faults: [],
  }))

test('a day that has begun in London counts as today, also where it is still yesterday elsewhere', () =>
  expect(readSpan({}, new Date('2026-07-01T23:30:00Z')).span.to).toBe('2026-07-02'))

test('ends that are upside down are turned, and it is said', () => {
  const { span, faults } = readSpan({ from: '2026-11-10', to: '2026-11-01' }, NOW)
  expect(span).toMatchObject({ from: '2026-11-01', to: '2026-11-10', days: 10 })
  expect(faults).toEqual(['The first day was after the last: they were taken the other way round.'])
})

test('ends that are far apart are cut to three years', () => {
  const { span, faults } = readSpan({ from: '2001-01-01', to: '2026-11-01' }, NOW)
  expect(span.days).toBe(1098)
  expect(faults).toHaveLength(1)
})

test.each(['yesterday', '2026-02-30', '0001-01-01', '9999-12-31', ['2026-01-01', '2026-01-02'], "1'; drop table"])(
  '%j is no day, and the usual span is shown',
  (from) => {
    const { span, faults } = readSpan({ from }, NOW)
    expect([span.days, faults.length]).toEqual([30, 1])
  },
)
