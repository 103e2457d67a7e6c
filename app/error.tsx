'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'
import { putBackOnPage, typedOnPage } from '@/components/ui/typing/typed-on-page'

/** So often a page is put together anew by itself: what fails again is told. */
const MOST_BY_ITSELF = 2
let byItself = 0

/**
 * What takes a page's place where something unexpected rose in the browser, as where its translation or an extension has
 * moved what the page was about to change. The page is put together anew, with all that was typed into it.
 */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  // Read while this is first drawn: the page still stands until this takes its place.
  const [typed] = useState(typedOnPage)
  const [isTried] = useState(() => byItself < MOST_BY_ITSELF)
  useEffect(() => {
    if (!isTried) return
    byItself += 1
    reset()
  }, [isTried, reset])
  // What is cleaned up after it is gone finds the page anew.
  useEffect(() => () => putBackOnPage(typed), [typed])

  if (isTried) return null
  return (
    <main id="main" className="mx-auto w-full max-w-[46rem] space-y-8 px-4 py-16 sm:px-8">
      <PageTitle lead="What you typed is kept: try again, and it is there.">Something went wrong on our side</PageTitle>
      <Button type="button" onClick={reset}>
        Try again
      </Button>
      <p>
        <a className="link font-semibold" href="/">
          To the campaign
        </a>
      </p>
    </main>
  )
}
