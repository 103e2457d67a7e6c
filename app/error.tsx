'use client'

import { Button } from '@/components/ui/button'
import { PageTitle } from '@/components/ui/page-title'

/** What is shown when something unexpected rose while a page was made. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <main id="main" className="mx-auto w-full max-w-[46rem] space-y-8 px-4 py-16 sm:px-8">
      <PageTitle lead="Nothing that you typed is lost: go back in your browser, or try again in a minute.">
        Something went wrong on our side
      </PageTitle>
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
