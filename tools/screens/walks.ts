import type { Page } from '@playwright/test'
import type { Stage } from './stage'

/** Walks pages, and takes each under a name as it is then; in a browser that has been nowhere yet. */
export type Walk = (page: Page, shoot: (name: string) => Promise<void>, stage: Stage) => Promise<void>

/** A walk that opens these addresses one after the other. */
export function opens(...pages: [name: string, path: string][]): Walk {
  return async (page, shoot, { url }) => {
    for (const [name, path] of pages) {
      await page.goto(url + path)
      await page.waitForLoadState('networkidle')
      await shoot(name)
    }
  }
}
