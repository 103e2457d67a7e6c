import { expect, test } from 'vitest'
import { releaseName } from './release-name'

test.each([
  ['/data/NSPL_AUG_2025_UK.csv', 'NSPL August 2025', '2025-08-01'],
  ['NSPL_2021_MAY_2025.zip', 'NSPL May 2025', '2025-05-01'],
  ['NSPL21_NOV_2024_UK.csv.gz', 'NSPL21_NOV_2024_UK', null],
  ['ONSPD_FEB_2024_UK.csv', 'ONSPD February 2024', '2024-02-01'],
  ['onspd-november-2026.zip', 'ONSPD November 2026', '2026-11-01'],
  ['postcodes-nspl-shape.csv.gz', 'postcodes-nspl-shape', null],
])('%s is %s', (path, name, date) => {
  expect(releaseName(path)).toEqual({ name, date })
})
