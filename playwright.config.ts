import { defineConfig } from '@playwright/test'
import { browserLaunch } from './e2e/fixtures/browser'

// Tests that start products of their own or load the machine: first, so that nothing waits for the longest at the end.
const WITH_OWN_PRODUCT = /(start-|two-hundred-|limits-|administrator-(confirms|stops)-|editor-publishes-).*\.spec\.ts/

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  globalSetup: './e2e/fixtures/global-setup.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    launchOptions: await browserLaunch(),
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1280, height: 900 },
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'own product', testMatch: WITH_OWN_PRODUCT },
    { name: 'desk', testIgnore: WITH_OWN_PRODUCT },
    {
      name: 'phone',
      testIgnore: WITH_OWN_PRODUCT,
      grep: /@phone/,
      use: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
    },
  ],
})
