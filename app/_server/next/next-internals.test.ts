import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import {
  ACTION_HEADER,
  FLIGHT_HEADERS,
  NEXT_IS_PRERENDER_HEADER,
  NEXT_RSC_UNION_QUERY,
} from 'next/dist/client/components/app-router-headers'
import { getBuiltinRequestContext } from 'next/dist/server/after/builtin-request-context'
import { getScriptNonceFromHeader } from 'next/dist/server/app-render/get-script-nonce-from-header'
import { CacheHandler } from 'next/dist/server/lib/incremental-cache'
import { describe, expect, test } from 'vitest'
import { contentPolicy } from '@/app/_server/answer/content-security-policy'
import { withGoingOn } from './background-revalidation'
import { ACTION, PARTS, PARTS_PARAMETER, PRERENDERED } from './next-internals'
import PageCache from './page-cache'

// Where one of these fails after an upgrade, decisions/2026-11-26-next-in-one-place.md says what to do.
describe('the Next that is installed', () => {
  test('names a prerendered page by the header that we look for', () =>
    expect(NEXT_IS_PRERENDER_HEADER).toBe(PRERENDERED))

  test('is told of an action by the header that we drop', () => expect(ACTION_HEADER.toLowerCase()).toBe(ACTION))

  test('is asked for parts of a page by the headers that we drop, and by the parameter that we let through', () => {
    for (const name of FLIGHT_HEADERS) expect(name).toMatch(PARTS)
    expect(NEXT_RSC_UNION_QUERY).toBe(PARTS_PARAMETER)
  })

  test('reads the nonce in the policy that we give it', () => {
    expect(getScriptNonceFromHeader(contentPolicy({ nonce: 'YWJj' }))).toBe('YWJj')
  })

  test('tells of its work behind an answer where we listen', () => {
    const response = new ServerResponse(new IncomingMessage(new Socket()))
    expect(getBuiltinRequestContext()).toBeUndefined()
    expect(withGoingOn(response, () => getBuiltinRequestContext()?.waitUntil)).toBeTypeOf('function')
  })

  test('asks of what holds its pages nothing that ours does not have', () => {
    const asked = Object.getOwnPropertyNames(CacheHandler.prototype)
    expect(Object.getOwnPropertyNames(PageCache.prototype)).toEqual(expect.arrayContaining(asked))
  })
})
