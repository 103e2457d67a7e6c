import { expect, test } from 'vitest'
import { type Measure, measures } from '@/db/schema/index'
import { funnelOf } from './funnel'
import type { Sums } from './sums'

const sumsWith = (some: Partial<Record<Measure, number>>) =>
  ({ ...Object.fromEntries(measures.map((one) => [one, 0])), ...some }) as Sums
const replies = { asked: 40, realAnswer: 8, acknowledgement: 9, no: 3, notExpected: 0 }
const step = (some: Partial<Record<Measure, number>>, name: string) =>
  funnelOf(sumsWith(some), replies).find(({ step: each }) => each === name)

test('what is 0 before a later step that has some is not known, and nothing is a share of it', () => {
  expect(step({ submitted: 7 }, 'viewed')).toMatchObject({ count: null, whole: null })
  expect(step({ submitted: 7 }, 'found')).toMatchObject({ count: null })
  expect(step({ submitted: 7 }, 'started')).toMatchObject({ count: null })
  expect(step({ submitted: 7 }, 'submitted')).toMatchObject({ count: 7, whole: null })
  expect(step({ found: 7 }, 'viewed')).toMatchObject({ count: null })
})

test('0 is known where nothing came after it, and from submitting on', () => {
  expect(step({}, 'viewed')).toMatchObject({ count: 0 })
  expect(step({ viewed: 3 }, 'found')).toMatchObject({ count: 0, whole: 3 })
  expect(step({ viewed: 3, delivered: 2 }, 'accepted')).toMatchObject({ count: 0 })
})

test('a step with more than the one before is no share of it', () => {
  expect(step({ viewed: 3, found: 5 }, 'found')).toEqual({ step: 'found', count: 5, whole: null })
  expect(step({ accepted: 3, delivered: 5 }, 'delivered')).toMatchObject({ count: 5, whole: null })
})

test('real answers are a share of those asked, and those asked are a share of nothing', () => {
  expect(step({ delivered: 1000, real_answer: 300, acknowledgement: 310 }, 'answered')).toEqual({
    step: 'answered',
    count: 8,
    whole: 40,
  })
  expect(step({ delivered: 1000 }, 'asked')).toMatchObject({ count: 40, whole: null })
})
