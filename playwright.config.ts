import { defineConfig } from '@playwright/test'
import { browserLaunch } from './e2e/fixtures/browser'
import { DESK } from './e2e/fixtures/devices'

// Tests that start products of their own or load the machine: first, so that nothing waits for the longest at the end.
const WITH_OWN_PRODUCT =
  /(start-|two-hundred-|limits-|administrator-(confirms|stops)-|editor-publishes-|visitor-comes-).*\.spec\.ts/

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  globalSetup: './e2e/fixtures/global-setup.ts',
  fullyParallel: true,
  // A test waits for the product a third of its time: three keep two cores busy.
  workers: 3,
  // A browser on a busy machine: what needed its second try is named at the end of `npm test`, to be mended.
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    launchOptions: await browserLaunch(),
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: DESK,
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'own product', testMatch: WITH_OWN_PRODUCT },
    { name: 'shared product', testIgnore: WITH_OWN_PRODUCT },
  ],
})
