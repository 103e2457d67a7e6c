import { describe, expect, test } from 'vitest'
import { pageAt } from './kind'

test.each([
  ['/', true],
  ['/campaigns/artsakh-ceasefire', true],
  ['/campaigns/artsakh-ceasefire/', true],
  ['/campaigns/artsakh-ceasefire/write', false],
  ['/campaigns/', false],
  ['/letters/token', false],
  ['/privacy/x', false],
  ['/embed/artsakh-ceasefire', true],
  ['/embed/artsakh-ceasefire/paused', false],
  ['/campaigns/artsakh-ceasefire/from/E14001172', true],
  ['/campaigns/artsakh-ceasefire/from/x', false],
  ['/embed/artsakh-ceasefire/from/E14001172', false],
])('%s is a cached page: %s', (path, cached) => expect(pageAt(path).kind.cached === true).toBe(cached))

describe('other sites may show in a frame', () => {
  test.each([
    '/embed/artsakh-ceasefire',
    '/embed/artsakh-ceasefire/',
    '/embed/artsakh-ceasefire/paused',
    '/embed/nothing',
  ])('%s', (path) => expect(pageAt(path).kind.framed === true).toBe(true))

  test.each([
    '/',
    '/embed',
    '/embed/',
    '/embed/..',
    '/embed/%2e%2e',
    '/embed/a/../../staff',
    '/embed/a/write',
    '/embed/a/paused/x',
    '/embed/a\n/staff',
    '/x/embed/a',
    '//embed/a',
    '/campaigns/artsakh-ceasefire',
    '/campaigns/artsakh-ceasefire/write',
    '/letters/token',
    '/staff/sign-in',
    '/preview/key',
  ])('but not %j', (path) => expect(pageAt(path).kind.framed === true).toBe(false))
})
