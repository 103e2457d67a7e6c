import { ACTION_HEADER, FLIGHT_HEADERS, NEXT_RSC_UNION_QUERY } from 'next/dist/client/components/app-router-headers'
import { getScriptNonceFromHeader } from 'next/dist/server/app-render/get-script-nonce-from-header'
import { notFound, permanentRedirect, redirect } from 'next/navigation'
import { describe, expect, test } from 'vitest'
import { contentPolicy } from '@/app/_server/answer/content-security-policy'
import { ACTION, PARTS, PARTS_PARAMETER, redirectIn, saysMissing } from './next-internals'

// Where one of these fails after an upgrade, decisions/2026-11-26-next-in-one-place.md says what to do.
describe('the Next that is installed', () => {
  test('is told of an action by the header that we drop', () => expect(ACTION_HEADER.toLowerCase()).toBe(ACTION))

  test('is asked for parts of a page by the headers that we drop, and by the parameter that we let through', () => {
    for (const name of FLIGHT_HEADERS) expect(name).toMatch(PARTS)
    expect(NEXT_RSC_UNION_QUERY).toBe(PARTS_PARAMETER)
  })

  test('reads the nonce in the policy that we give it', () => {
    expect(getScriptNonceFromHeader(contentPolicy({ nonce: 'YWJj' }))).toBe('YWJj')
  })

  test('says by what it throws that there is nothing, or where it leads', () => {
    const thrownBy = (work: () => never): unknown => {
      try {
        return work()
      } catch (error) {
        return error
      }
    }
    const nothing = thrownBy(notFound)
    expect(saysMissing(nothing)).toBe(true)
    expect(redirectIn(nothing)).toBeNull()
    const led = thrownBy(() => redirect('/campaigns/a;b?c=d'))
    expect(redirectIn(led)).toEqual({ location: '/campaigns/a;b?c=d', status: 307 })
    expect(redirectIn(thrownBy(() => permanentRedirect('/x')))).toEqual({ location: '/x', status: 308 })
    expect(saysMissing(led) || saysMissing(new Error('NEXT_REDIRECT;')) || redirectIn(new Error('x')) !== null).toBe(
      false,
    )
  })
})
