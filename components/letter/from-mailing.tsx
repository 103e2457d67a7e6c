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
 * fragment to nobody; it is taken out of the address bar before anything else.
 */
export function FromMailing({ slug, canWrite }: Props) {
  const [came, setCame] = useState<Came | null>(null)

  useEffect(() => {
    const take = () => {
      const { hash, pathname, search } = location
      if (!FILLS_IN.test(hash)) return
      // Past what Next puts in its place, as the entry is to stay as it is but for its address.
      History.prototype.replaceState.call(history, history.state, '', pathname + search)
      if (canWrite) void cameBy(slug, hash).then(setCame)
    }
    take()
    addEventListener('hashchange', take)
    return () => removeEventListener('hashchange', take)
  }, [slug, canWrite])

  if (!came) return null
  const { filled, found, source } = came
  const clear = (
    <Button type="button" look="quiet" onClick={() => forget(slug, filled, () => setCame(null))}>
      Not you? Clear it
    </Button>
  )
  if (!found) return <Kept filled={filled}>{clear}</Kept>
  return (
    <section aria-labelledby="from-mailing" className="mb-6 space-y-4">
      <h2 id="from-mailing" className="text-h2">
        <span>{found.mp ? 'Is this your MP?' : 'Your seat has no MP just now'}</span>
      </h2>
      <MpCard constituency={found.name} mp={found.mp} />
      <FilledInForm
        slug={slug}
        seat={found.code}
        mp={found.mp?.name ?? null}
        filled={filled}
        source={source}
        notYou={clear}
      />
    </section>
  )
}

/** Where the link says of no one MP which it is: the postcode form leads on, and the rest is filled in later. */
function Kept({ filled, children }: { filled: FilledIn; children: React.ReactNode }) {
  return (
    <div role="status" className="mb-6">
      <Notice heading="Your link filled something in">
        <p className="wrap-anywhere">
          <strong>{filledWords(filled)}</strong>
        </p>
        <p>It is in this browser alone, until you send a letter.</p>
        {children}
      </Notice>
    </div>
  )
}

async function cameBy(slug: string, hash: string): Promise<Came | null> {
  // Few come by such a link: nobody else has to fetch what reads it.
  const { inFragment } = await import('@/lib/letters/mailing/filled-in')
  const filled = inFragment(hash)
  if (filledWords(filled) === '') return null
  const found = filled.postcode === '' ? null : await seatOf(filled.postcode)
  // A letter of an earlier visit, which is on offer, keeps the name that it has.
  if (!readDraft(slug)?.place) keepDraft(slug, { name: [filled.name], email: [filled.email] }, { whole: true })
  if (!found) fillPostcode('', filled.postcode)
  return { filled, found, source: carriedSource().toString() }
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

/** Puts a postcode into the form's field, where it is as it was. */
function fillPostcode(was: string, is: string) {
  const field = document.querySelector('#postcode')
  if (field instanceof HTMLInputElement && field.value === was) field.value = is
}
