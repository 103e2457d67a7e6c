import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findColumns, monthColumns, needColumns } from './columns'

const shared = (file: string) => new URL(`../../../../shared/data/${file}`, import.meta.url)

test.each([
  ['before 2025', 'pcd,pcd2,pcds,dointr,doterm,usertype,ctry,rgn,pcon,ttwa,lat,long', [2, 4, 8]],
  ['since 2025', 'pcd7,pcd8,pcds,dointr,doterm,ctry25cd,rgn25cd,pcon24cd,lat,long', [2, 4, 7]],
  ['with next year’s suffixes, another order, capitals and spaces', 'PCON29CD, doterm ,lad29cd,PCDS', [3, 1, 0]],
  ['with one layout of the postcode', 'pcd8,doterm,pcon24cd', [0, 1, 2]],
  ['of a short file, which lists live ones alone', 'pcd,pconcd', [0, null, 1]],
  [
    'of the portal’s hosted table',
    'Postcode (7 characters),Postcode (e-GIF),Date of Termination,Westminster Parliamentary Constituency Code (2024)',
    [1, 2, 3],
  ],
])('the columns are found by name: %s', (_, header, [postcode, terminated, seat]) => {
  const names = header.split(',')
  expect(findColumns(names)).toEqual({ postcode, seat, terminated, count: names.length })
})

test.skipIf(!existsSync(shared('nspl-headers.txt')))(
  'the columns are found in every header row of NSPL and ONSPD that we know (needs the reference data)',
  () => {
    const headers = ['nspl-headers.txt', 'onspd-headers.txt'].flatMap((file) =>
      readFileSync(shared(file), 'utf8')
        .split(/\r?\n/)
        .filter((line) => line.includes('pcd')),
    )
    expect(headers.length).toBeGreaterThanOrEqual(7)
    for (const header of headers) {
      const names = header.replaceAll('"', '').split(',')
      const found = findColumns(names)
      expect(found, header).not.toBe(null)
      expect(names[found?.postcode ?? -1]).toBe('pcds')
      expect(names[found?.seat ?? -1]).toMatch(/^pcon(\d\dcd)?$/)
      expect(names[found?.terminated ?? -1]).toBe('doterm')
      expect(monthColumns(names).map((at) => names[at])).toEqual(['dointr', 'doterm'])
    }
  },
)

test.each([
  ['nothing', '', 'it is empty'],
  ['a web page', '<!DOCTYPE html>', 'it is a web page'],
  ['another table', 'gss_code,name', 'names no column of postcodes (pcds) nor of constituencies (pcon…) nor of the'],
  ['a list of properties', 'UPRN,PCDS,pcon24cd', 'it lists properties (UPRN), as NSUL and ONSUD do; take the'],
  ['a table of postcodes', 'pcds,doterm,lad25cd', 'its first row names no column of constituencies (pcon…)'],
])('%s is refused with what it seems to be', (_, header, message) => {
  expect(() => needColumns(header.split(','), 'file.csv')).toThrow('file.csv is not a release of NSPL or ONSPD: ')
  expect(() => needColumns(header.split(','), 'file.csv')).toThrow(message)
})
