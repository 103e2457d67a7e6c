import { expect, test } from 'vitest'
import { datedByRows, releaseName } from './release-name'

test.each([
  ['/data/NSPL_AUG_2025_UK.csv', 'NSPL August 2025', '2025-08-01'],
  ['NSPL_2021_MAY_2025.zip', 'NSPL May 2025', '2025-05-01'],
  ['NSPL21_NOV_2024_UK.csv.gz', 'NSPL November 2024', '2024-11-01'],
  ['NSPL21_AUG_2022_UK.csv', 'NSPL August 2022', '2022-08-01'],
  ['multi_csv.zip', 'multi_csv', null],
  ['ONSPD_FEB_2024_UK.csv', 'ONSPD February 2024', '2024-02-01'],
  ['onspd-november-2026.zip', 'ONSPD November 2026', '2026-11-01'],
  ['postcodes-nspl-shape.csv.gz', 'postcodes-nspl-shape', null],
])('%s is %s', (path, name, date) => {
  expect(releaseName(path)).toEqual({ name, date })
})

test.each([
  [
    'multi_csv.zip',
    ['Data/multi_csv/NSPL_AUG_2025_UK_AB.csv', 'Data/multi_csv/NSPL_AUG_2025_UK_AL.csv'],
    'NSPL August 2025',
  ],
  ['/home/ann/downloads', ['/home/ann/downloads/Data/NSPL_AUG_2025_UK.csv'], 'NSPL August 2025'],
  ['ONSPD_FEB_2024.zip', ['Data/NSPL_AUG_2025_UK.csv'], 'ONSPD February 2024'],
  ['download.zip', ['Data/postcodes.csv'], 'download'],
])('%s with %j in it is %s', (path, files, name) => expect(releaseName(path, files).name).toBe(name))

test('where the name says no date, the newest row does, unless it lies in the future', () => {
  const now = new Date('2026-11-27T12:00:00Z')
  const named = { name: 'multi_csv', date: null }
  expect(datedByRows(named, '202507', now)).toEqual({ name: 'multi_csv', date: '2025-07-01', fromRows: true })
  expect(datedByRows(named, '', now)).toEqual(named)
  expect(datedByRows(named, '202612', now)).toEqual(named)
  const august = { name: 'NSPL August 2025', date: '2025-08-01' }
  expect(datedByRows(august, '202507', now)).toEqual(august)
})
