import { expect, test } from 'vitest'
import { missingAt } from './missing'

test.each([
  ['/nothing', '/missing'],
  ['/campaigns/unknown', '/missing'],
  ['/preview/0', '/missing'],
  ['/staff', '/staff/missing'],
  ['/staff/nothing', '/staff/missing'],
  ['/staffroom', '/missing'],
  ['/embed/unknown', '/embed/unknown/missing'],
  ['/embed/unknown/', '/embed/unknown/missing'],
  ['/embed/unknown/paused', '/embed/unknown/missing'],
  ['/embed/a/b', '/missing'],
])('that %s leads nowhere is said by %s', (path, page) => expect(missingAt(path)).toBe(page))
