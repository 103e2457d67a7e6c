import { onDatabase } from './fixtures/database'
import { expectReachable, onBoth } from './fixtures/devices'
import { postcodeIn } from './fixtures/directory'
import { CAMPAIGN, Path, WRITE } from './fixtures/path'
import { expect, product, test } from './fixtures/test'

test.beforeAll(async () => {
  await onDatabase(product().dataDir, async (sql) => {
    await sql`
      insert into postcode_facts (postcode, constituency_code, terminated) values ('SW1A2ZZ', 'E14001172', true)
      on conflict do nothing`
    // As an import does: it tells every process that what it holds is old.
    await sql`
      update settings set value = jsonb_build_object('version', gen_random_uuid()::text)
      where name = 'directory_postcodes'`
  })
  const answer = async () => (await fetch(`${product().url}/api/postcodes/SW1A2ZZ`)).status
  await expect.poll(answer, { message: 'within 5 seconds', timeout: 5000 }).toBe(200)
})

test('a postcode is read however it is written', async ({ page }) => {
  for (const [typed, repaired] of [
    ['sw1a0aa', 'SW1A 0AA'],
    [' s w 1 a - 0 a a ', 'SW1A 0AA'],
    ['SWIA OAA', 'SW1A 0AA'],
    ['ec1a1bb', 'EC1A 1BB'],
    ['LSI 1UR', 'LS1 1UR'],
    ['London SW1A 0AA', 'SW1A 0AA'],
    ['SW1A+0AA', 'SW1A 0AA'],
    ['Palace of Westminster, London SW1A 0AA', 'SW1A 0AA'],
  ] as const) {
    await page.goto(`${WRITE}?${new URLSearchParams({ postcode: typed })}`)
    expect(new URL(page.url()).searchParams.get('postcode')).toBe(repaired)
    await new Path(page).expectStage('Your MP')
  }
})

const OUTCOMES: [typed: string, title: RegExp, ...faults: RegExp[]][] = [
  ['not one', /not a postcode/i, /like SW1A 0AA/],
  ['SW1A', /not a postcode/i, /like SW1A 0AA/],
  ['<b>&"', /not a postcode/i, /like SW1A 0AA/],
  ['', /find your MP/i, /enter your postcode/i],
  ['ZZ99 9ZZ', /do not know ZZ99 9ZZ/i, /check the postcode, or choose your constituency by name/i],
  ['GY1 1AA', /no MP for this postcode/i, /registered to vote/i],
  ['je23ab', /no MP for this postcode/i, /registered to vote/i],
  ['IM1 1AA', /no MP for this postcode/i, /registered to vote/i],
  ['GX11 1AA', /no MP for this postcode/i, /registered to vote/i],
  ['TDCU 1ZZ', /no MP for this postcode/i, /registered to vote/i],
  ['BF1 2AA', /home address in the UK/i, /UK home address/i],
  ['BFPO 12', /home address in the UK/i, /UK home address/i],
]

test('a postcode that leads nowhere says what is wrong and what helps, and is still there', async ({ page }) => {
  const path = new Path(page)
  await page.goto('/')
  // Each is typed into the form that the one before it left.
  for (const [typed, title, ...faults] of OUTCOMES) {
    await test.step(`“${typed}”`, async () => {
      await path.postcode.fill(typed)
      const answer = page.waitForResponse((response) => new URL(response.url()).pathname === WRITE)
      await page.getByRole('button', { name: 'Find your MP' }).click()
      expect((await answer).status()).toBe(422)
      await expect(page.getByRole('heading', { level: 1 })).toContainText(title)
      await expect(path.summary).toBeFocused()
      await path.expectFaults(...faults)
      await path.expectStage('Postcode')
      expect(plain(await path.postcode.inputValue())).toBe(plain(typed))
    })
  }
  await path.postcode.fill('SW1A 0AA')
  await page.getByRole('button', { name: 'Find your MP' }).click()
  await path.expectMp('Rachel Blake', 'Cities of London and Westminster')
})

test('of two postcodes in a text one is chosen', async ({ page }) => {
  const path = new Path(page)
  await path.findMp('SW1A 0AA or M1 1AE')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Which is your postcode?')
  await path.expectStage('Postcode')
  const one = page.getByRole('link', { name: 'SW1A 0AA, in Cities of London and Westminster' })
  await expectReachable(page, one)
  await one.click()
  await path.expectMp('Rachel Blake', 'Cities of London and Westminster')
})

test('what is the name of a place or an MP and no postcode is looked for at one press', async ({ page }) => {
  const path = new Path(page)
  await path.findMp('Paisley')
  await path.expectFaults(/like SW1A 0AA/)
  await page.getByRole('link', { name: /Find “Paisley”/ }).click()
  await expect(page.getByRole('radio', { name: /Paisley/ }).first()).toBeVisible()
  await path.findMp('Leeds')
  await path.expectFaults(/like SW1A 0AA/)
  await page.getByRole('link', { name: /Find “Leeds”/ }).click()
  await expect(page.getByRole('radio', { name: /Leeds/ }).first()).toBeVisible()
  await path.findMp('zzz')
  await page.getByRole('link', { name: 'Choose your MP' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose your constituency')
})

test('a postcode that only a third party knows leads to its MP', async ({ page }) => {
  const path = new Path(page)
  await path.findMp('se11 4ab')
  await expect(page.getByText('MP for Vauxhall and Camberwell Green')).toBeVisible()
})

test('a postcode no longer in use is accepted', async ({ page }) => {
  const path = new Path(page)
  await path.findMp('SW1A 2ZZ')
  await path.expectMp('Rachel Blake', 'Cities of London and Westminster')
})

test('whose postcode lies in two seats is asked, and the choice goes into the letter', async ({
  page,
  person,
  mailbox,
}) => {
  const path = new Path(page, 'on both')
  const goOn = page.getByRole('button', { name: /^Go on/ })
  await path.findMp('HA4 0AA')
  const choices = page.getByRole('radio')
  await expect(choices).toHaveCount(2)
  await expectReachable(page, ...(await choices.all()), goOn)
  await goOn.click()
  await path.expectFaults(/choose your constituency/i)
  await page.getByRole('radio', { name: 'Uxbridge and South Ruislip' }).check()
  await expectReachable(page, goOn)
  await goOn.click()
  await onBoth(page, () => expect(page.getByText('MP for Uxbridge and South Ruislip')).toBeVisible())
  await path.goToLetter(person.reason)
  await path.goToYou()
  await expect(path.field('Postcode')).toHaveValue('HA4 0AA')
  await path.fillDetails(person)
  await path.goToCheck()
  await path.goToSent()
  await path.confirm(await mailbox.confirmLink(person.email))
  const letter = await mailbox.waitFor({ replyTo: person.email })
  expect(letter.to).toBe('danny.beales.mp@parliament.uk')
  expect(letter.text).toContain('HA4 0AA')
  const figures = `${CAMPAIGN.replace('/', '/api/')}/figures`
  await expect(async () => {
    const { byConstituency } = await (await page.request.get(figures)).json()
    const names = byConstituency.map(({ name }: { name: string }) => name)
    expect(names, 'the figures follow the choice').toContain('Uxbridge and South Ruislip')
    // As long as a small number could be worked out, every constituency is "under 5".
    if (names.length < 650) expect(names).not.toContain('Ruislip, Northwood and Pinner')
  }).toPass({ timeout: 30_000 })
})

for (const [what, postcode] of [
  ['refuse to answer', 'SE1 6AA'],
  ['do not answer in time', 'SE1 6AB'],
] as const) {
  test(`where the third parties ${what}, the constituency is chosen by name`, async ({ page, person }) => {
    const path = new Path(page)
    await path.start(postcode)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(`cannot look up ${postcode}`)
    await expect(page).not.toHaveTitle(/error/i)
    await expect(path.summary).toHaveCount(0)
    const search = await path.constituencySearch()
    await search.pressSequentially('bermondsey')
    await page.getByRole('option', { name: /Bermondsey and Old Southwark/ }).click()
    await page.getByRole('button', { name: /^Go on/ }).click()
    await expect(page.getByText('MP for Bermondsey and Old Southwark')).toBeVisible()
    await path.goToLetter(person.reason)
    await path.goToYou()
    await expect(path.field('Postcode')).toHaveValue(postcode)
  })
}

test('a constituency is found by the name of its MP', async ({ page }) => {
  await page.goto(`${CAMPAIGN}/choose`)
  const search = await new Path(page).constituencySearch()
  await search.pressSequentially('rachel bla')
  await page.getByRole('option', { name: /Cities of London and Westminster/ }).click()
  await expect(search).toHaveValue('Cities of London and Westminster')
  await page.getByRole('button', { name: /^Go on/ }).click()
  await new Path(page).expectMp('Rachel Blake', 'Cities of London and Westminster')
})

test('a constituency is found by a town near it, and by its Welsh name', async ({ page }) => {
  await page.goto(`${CAMPAIGN}/choose`)
  const search = await new Path(page).constituencySearch()
  await search.pressSequentially('torquay')
  await expect(page.getByRole('option').first()).toContainText('Near Torquay')
  await search.fill('dwyrain caerdydd')
  const option = page.getByRole('option', { name: /Cardiff East/ })
  await expect(option).toBeVisible()
  await expectReachable(page, option)
  await option.click()
  const goOn = page.getByRole('button', { name: /^Go on/ })
  await expectReachable(page, search, goOn)
  await goOn.click()
  await onBoth(page, () => expect(page.getByText('MP for Cardiff East')).toBeVisible())
})

test('what was typed and not chosen is searched for all the same', async ({ page }) => {
  const path = new Path(page)
  await page.goto(`${CAMPAIGN}/choose?postcode=TQ1+1ZZ`)
  const search = await path.constituencySearch()
  await search.fill('Torquay')
  await search.press('Escape')
  await page.getByRole('button', { name: /^Go on/ }).click()
  await expect(page.getByRole('group', { name: 'Found for “Torquay”' }).getByRole('radio')).toHaveCount(4)
  await page.getByRole('button', { name: /^Go on/ }).click()
  await path.expectFaults('Choose your constituency')
  await page.getByRole('radio', { name: 'Torbay' }).check()
  await page.getByRole('button', { name: /^Go on/ }).click()
  await expect(page.getByText('MP for Torbay')).toBeVisible()
  await expect(page).toHaveURL(/postcode=TQ1\+1ZZ/)
})

test('a search that finds nothing says so', async ({ page }) => {
  await page.goto(`${CAMPAIGN}/choose`)
  await (await new Path(page).constituencySearch()).pressSequentially('atlantis')
  await expect(page.getByRole('status').filter({ hasText: /No constituency/ })).toBeVisible()
})

test('a list sent without a choice, or with a constituency that there is not, asks again', async ({ page }) => {
  const path = new Path(page)
  for (const query of ['constituency=', 'constituency=E99999999', 'constituency=&postcode=SW1A+0AA']) {
    const answer = await page.goto(`${WRITE}?${query}`)
    expect(answer?.status()).toBe(422)
    await path.expectFaults(/choose your constituency/i)
  }
  await expect(path.postcode).toHaveValue('SW1A 0AA')
})

test('a postcode of another seat than the one chosen is asked about on the check page', async ({ page, person }) => {
  const path = new Path(page)
  await path.start('SW1A 0AA')
  await path.goToLetter(person.reason)
  await path.fillDetails(person)
  await path.field('Postcode').fill('M1 1AE')
  await page.getByRole('button', { name: 'Check your letter' }).click()
  await path.expectFaults(/M1 1AE is in Manchester Central/)
  await path.field('Postcode').fill(postcodeIn('Kensington and Bayswater'))
  await path.goToCheck()
  await expect(page.getByText(/is in Kensington and Bayswater/).first()).toBeVisible()
  const goOn = page.getByRole('button', { name: 'Go on' })
  await goOn.click()
  await expect(path.summary).toBeVisible()
  await page.getByRole('radio', { name: 'I live in Cities of London and Westminster' }).check()
  await goOn.click()
  await path.expectSent()
})

function plain(postcode: string): string {
  return postcode.replace(/\s/g, '').toUpperCase()
}
