'use client'

import { useEffect, useState } from 'react'
import { carriedSource } from '@/components/figures/arrived-from'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { FilledIn } from '@/lib/letters/mailing/filled-in'
import { clearDraft, keepDraft, readDraft } from './browser-draft'
import { FilledInForm, filledWords } from './filled-in-form'
import { MpCard } from './mp-card'

type Found = { code: string; name: string; mp: { name: string; party: string } | null }
type Came = { filled: FilledIn; found: Found | null; source: string }

const FILLS_IN = /^#(?:.*&)?(?:name|email|postcode)=/

type Props = {
  slug: string
  /** Whether anybody can write now: else what the link says is forgotten. */
  canWrite: boolean
}

/**
 * What a link from a mailing fills in, in the fragment of its address: `#name=…&email=…&postcode=…`. A browser sends a
 * fragment to nobody; it is taken out of the address bar before anything else. Where it cannot be read, nothing is filled in.
 */
export function FromMailing({ slug, canWrite }: Props) {
  const [came, setCame] = useState<Came | null>(null)

  useEffect(() => {
    const take = () => {
      const { hash, pathname, search } = location
      if (!FILLS_IN.test(hash)) return
      // Past what Next puts in its place, as the entry is to stay as it is but for its address.
      History.prototype.replaceState.call(history, history.state, '', pathname + search)
      if (canWrite) cameBy(slug, hash).then(setCame, () => setCame(null))
    }
    take()
    addEventListener('hashchange', take)
    return () => removeEventListener('hashchange', take)
  }, [slug, canWrite])

  if (!came) return null
  const { filled, found, source } = came
  const clear = () => forget(slug, filled, () => setCame(null))
  if (!found) return <Kept filled={filled} onClear={clear} />
  return (
    <section aria-labelledby="from-mailing" className="mt-3 mb-6 space-y-4 lg:mt-0">
      <h2 id="from-mailing" className="text-h2">
        <span>{found.mp ? 'Is this your MP?' : 'Your seat has no MP just now'}</span>
      </h2>
      <MpCard constituency={found.name} mp={found.mp} />
      <FilledInForm slug={slug} seat={found.code} mp={found.mp?.name ?? null} filled={filled} foundHere source={source}>
        <Clear onClear={clear} />
      </FilledInForm>
    </section>
  )
}

/** Where the link says of no one MP which it is: the postcode form leads on, and the rest is filled in later. */
function Kept({ filled, onClear }: { filled: FilledIn; onClear: () => void }) {
  return (
    <div role="status" className="mb-6">
      <Notice heading="Your link filled something in">
        <p className="wrap-anywhere">
          <strong>{filledWords(filled)}</strong>
        </p>
        <p>We keep nothing of it until you send a letter.</p>
        <Clear onClear={onClear} />
      </Notice>
    </div>
  )
}

function Clear({ onClear }: { onClear: () => void }) {
  return (
    <Button type="button" look="quiet" onClick={onClear}>
      Not you? Clear it
    </Button>
  )
}

async function cameBy(slug: string, hash: string): Promise<Came | null> {
  // Few come by such a link: nobody else has to fetch what reads it.
  const { inFragment } = await import('@/lib/letters/mailing/filled-in')
  const { name, email, postcode } = inFragment(hash)
  const found = postcode === '' ? null : await seatOf(postcode)
  // A letter of an earlier visit, which is on offer, keeps the name that it has.
  const kept = !readDraft(slug)?.place && keepDraft(slug, { name: [name], email: [email] }, { whole: true })
  const named = found || kept ? { name, email } : { name: '', email: '' }
  const filled = { ...named, postcode: found || fillPostcode('', postcode) ? postcode : '' }
  return filledWords(filled) === '' ? null : { filled, found, source: carriedSource().toString() }
}

/** The seat of a postcode, where it lies in one alone; `null` where that is not known. */
async function seatOf(postcode: string): Promise<Found | null> {
  try {
    const answer = await fetch(`/api/postcodes/${encodeURIComponent(postcode)}`)
    const read: { status?: string; constituencies?: Found[] } = answer.ok ? await answer.json() : {}
    return (read.status === 'found' && read.constituencies?.[0]) || null
  } catch {
    return null
  }
}

function forget(slug: string, { postcode }: FilledIn, done: () => void) {
  if (!readDraft(slug)?.place) clearDraft(slug)
  fillPostcode(postcode, '')
  done()
  document.querySelector<HTMLElement>('#postcode')?.focus()
}

/** Puts a postcode into the form's field, where it is as it was; gives whether it was. */
function fillPostcode(was: string, is: string): boolean {
  const field = document.querySelector('#postcode')
  if (!(field instanceof HTMLInputElement) || field.value !== was) return false
  field.value = is
  return true
}
