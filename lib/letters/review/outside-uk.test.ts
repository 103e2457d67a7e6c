import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { foldName } from '@/lib/directory/search/fold-name'
import { parseTowns } from '@/lib/directory/snapshot/parse'
import { isOutsideUk } from './outside-uk'
import { isPlaceAbroad } from './places-abroad'

const address = (typed: string) => {
  const [address1 = '', address2 = '', town = ''] = typed.split('|').map((line) => line.trim())
  return { address1, address2, town }
}

test.each([
  'Calle Mayor 1, Madrid | | London',
  'Calle Mayor 1 | | London',
  'Calle Mayor 1 | | Madrid',
  '1 High Street | Madrid | London',
  '12 Flat | | 28013 Madrid',
  '12 Flat | | Madrid 28013',
  '5 Rue de Rivoli | | 75001 Paris',
  'Hauptstraße 5 | | Berlin',
  'Hauptstrasse 5 | | Somewhere',
  '350 Fifth Avenue | New York, NY 10118 | USA',
  '24 Sussex Drive | | Ottawa ON K1M 1M4',
  'Keizersgracht 123 | 1015 CJ | Amsterdam',
  'ul. Długa 7 | | Kraków',
  '1 Main Street | France | Lyon-Village',
  '1 Collins Street | | Melbourne VIC 3000',
  'улица Ленина 5 | | Москва',
  'Աբովյան 3 | | Երևան',
  'Abovyan 3 | | Yerevan, Armenia',
])('%s is elsewhere', (typed) => expect(isOutsideUk(address(typed))).toBe(true))

test.each([
  '7 Quince Row | | London',
  'Paris, 4 Hill Road | | Leeds',
  '12 Madrid Road | | London SW13',
  '1 Rue End Street | | Oldbury',
  'Flat 3, 10 Berlin Court | | Perth',
  '1 High Street | | Washington',
  '1 High Street | | Boston',
  'The Old Rectory | | California',
  '3 Church Lane | Palestine | Andover',
  'Unit 12345 | | Cardiff',
  '1 High Street | | Llanfair PG',
  'PO Box 12345 | | Glasgow',
  '4 The Mount | Newry | Northern Ireland',
  '4 The Mount | Belfast | Ireland',
  '8 Via Gellia Road | | Bonsall',
  'Flat 1015 | 20 High Road | Croydon',
  '1 Plaza Boulevard | | Liverpool',
  '10 Rome Street | Scotland | Carlisle',
  'Calle Mayor 1, Madrid (abroad) | | London',
  'Calle Mayor 1 | Madrid, Spain, present address overseas | Lewes',
])('%s may be here', (typed) => expect(isOutsideUk(address(typed))).toBe(false))

test('no town of the United Kingdom is taken for one elsewhere', async () => {
  const towns = parseTowns(await readFile('lib/directory/snapshot/towns.csv', 'utf8'))
  expect(towns.length).toBeGreaterThan(1000)
  expect(towns.map(({ name }) => name).filter((name) => isPlaceAbroad(foldName(name)))).toEqual([])
})
