import { seats } from '@/e2e/fixtures/directory'
import { CAMPAIGN, Path, WRITE } from '@/e2e/fixtures/path'
import { somebody } from './stage'
import { opens, type Walk } from './walks'

const code = (seat: string) => seats.find(({ name }) => name === seat)?.code
const MAILING = '#name=Anna%20Sarkissian&email=anna%40example.org'

/** What anybody may open before they write. */
export const ofTheCampaign: Walk[] = [
  opens(
    ['The campaign', CAMPAIGN],
    ['The campaign, by a friend’s link', `${CAMPAIGN}/from/${code('Bath')}`],
    ['From a mailing, all filled in', `${CAMPAIGN}${MAILING}&postcode=SW1A%200AA`],
    ['Choose by name', `${CAMPAIGN}/choose`],
    ['Choose, found', `${CAMPAIGN}/choose?find=newport`],
    ['Choose, nothing found', `${CAMPAIGN}/choose?find=atlantis`],
    ['The map and its table', `${CAMPAIGN}/map`],
    ['The map’s table, searched', `${CAMPAIGN}/map?find=york`],
    ['No postcode', `${WRITE}?postcode=`],
    ['Not a postcode', `${WRITE}?postcode=Leeds`],
    ['A postcode nobody knows', `${WRITE}?postcode=ZZ99+9ZZ`],
    ['A postcode that cannot be looked up', `${WRITE}?postcode=SE1+6AA`],
    ['A postcode of Guernsey', `${WRITE}?postcode=GY1+1AA`],
    ['A forces’ postcode', `${WRITE}?postcode=BF1+2AA`],
    ['A postcode of two seats', `${WRITE}?postcode=HA4+0AA`],
    ['A letter’s address without a letter', WRITE],
    ['Is this your MP', `${WRITE}/${code('Cities of London and Westminster')}`],
    ['Is this your MP, vacant', `${WRITE}/${code('Holborn and St Pancras')}`],
    ['Is this your MP, no e-mail', `${WRITE}/${code('New Forest East')}`],
    ['Privacy', '/privacy'],
    ['Accessibility', '/accessibility'],
    ['My data, asked for', '/my-data'],
    ['Nothing there', '/nothing'],
    ['No such campaign', '/campaigns/unknown'],
    ['No such letter', '/letters/abc'],
    ['A link that does not work', '/confirm/nothing'],
    ['The frame', '/embed/artsakh-ceasefire'],
  ),
  async (page, shoot, { url }) => {
    await page.goto(`${url}/campaigns/${'x'.repeat(13_000)}`)
    await shoot('An address that is too long')
    await page.goto('about:blank')
    await page.setContent(`<form method="post" action="${url}/my-data"><button>Send</button></form>`)
    await page.getByRole('button').click()
    await page.waitForURL(`${url}/my-data`)
    await shoot('A form from another site')
  },
  async (page, shoot, { url }) => {
    await page.goto(`${url}${CAMPAIGN}${MAILING}`)
    await page.getByText('Your link filled something in').waitFor()
    await shoot('From a mailing, without the postcode')
  },
  async (page, shoot, { url }) => {
    await page.goto(`${url}${CAMPAIGN}${MAILING}&postcode=SW1A%200AA`)
    await page.getByRole('button', { name: /^Yes, write to/ }).click()
    await page.waitForLoadState('networkidle')
    await shoot('From a mailing, about you')
    await page.getByText('Read your letter').click()
    await shoot('From a mailing, the letter read')
  },
]

/** The pages on which a letter is written, as far as "check your e-mail". */
export const ofWriting: Walk[] = [
  async (page, shoot, { url }) => {
    const path = new Path(page)
    const person = somebody()
    await page.goto(`${url}${WRITE}/${code('Cities of London and Westminster')}`)
    await path.goToWords()
    await shoot('Your words')
    await page.getByText('Add one thing more').click()
    for (const help of await page.getByText('Help me begin').all()) await help.click()
    await shoot('Your words, help opened')
    await path.ownWords.fill(person.reason)
    await page.getByRole('checkbox').first().check()
    await path.seeLetter.click()
    await path.body.waitFor()
    await shoot('Your letter')
    await path.subject.fill('')
    await path.body.fill('')
    await page.getByRole('button', { name: 'Go on with this letter' }).click()
    await path.summary.waitFor()
    await shoot('Your letter, emptied')
    await path.subject.fill('What was done about a ceasefire')
    await path.body.fill(`${person.reason}\n\nPlease ask the Foreign Secretary what was done, and tell me the answer.`)
    await path.goToYou()
    await shoot('About you')
    await page.getByRole('button', { name: 'Check your letter' }).click()
    await path.summary.waitFor()
    await shoot('About you, with faults')
    await path.fillDetails({ ...person, email: 'anna@gmial.com' })
    await path.field('Postcode').fill('SW1A 0AA')
    await page.getByText('I live abroad now').click()
    await shoot('About you, filled in, with a slip')
    await page.getByRole('button', { name: 'Check your letter' }).click()
    await path.expectStage('Check')
    await shoot('Check, with a slip')
    await path.readAgain()
    await shoot('Check, the letter read')
    await page.goto(url + CAMPAIGN)
    await page.getByRole('button', { name: 'Carry on' }).waitFor()
    await shoot('The campaign, a draft on offer')
    await page.goto(`${url}${WRITE}/${code('Bath')}`)
    await path.goToWords()
    await page.getByRole('button', { name: 'Carry on' }).waitFor()
    await shoot('Your words, a draft on offer')
  },
  async (page, shoot, { url }) => {
    const path = new Path(page)
    const person = somebody()
    await page.goto(`${url}${WRITE}/${code('Bath')}`)
    await path.goToLetter(person.reason)
    await shoot('Your letter, with own words')
    await path.body.fill(`${await path.body.inputValue()} So I write.`)
    await page.getByRole('button', { name: /Back to your own words/ }).click()
    await path.seeLetter.click()
    await path.body.waitFor()
    await shoot('Your letter, changed by hand and kept')
    await path.fillDetails({ ...person, email: 'anna.sarkissian@gmail.com' })
    await path.field('Postcode').fill('M1 1AE')
    await page.getByRole('button', { name: 'Check your letter' }).click()
    await path.summary.waitFor()
    await shoot('About you, a postcode elsewhere')
    await path.field('Postcode').fill(seats.find(({ name }) => name === 'Bath')?.examplePostcode ?? '')
    await path.goToCheck()
    await path.goToSent()
    await shoot('Check your e-mail, a big mailbox')
    await page.getByRole('button', { name: 'Send the e-mail again' }).click()
    await page.waitForLoadState('networkidle')
    await shoot('Check your e-mail, asked again')
    await page.getByText('Wrong address? Change it').click()
    await page.getByRole('textbox', { name: 'The right e-mail address' }).fill('no address')
    await page.getByRole('button', { name: 'Send the link there instead' }).click()
    await page.waitForLoadState('networkidle')
    await shoot('Check your e-mail, no such address')
    await page.getByRole('textbox', { name: 'The right e-mail address' }).fill('anna@gmial.com')
    await page.getByRole('button', { name: 'Send the link there instead' }).click()
    await page.waitForLoadState('networkidle')
    await shoot('Check your e-mail, changed, with a slip')
  },
  ...(['Holborn and St Pancras', 'New Forest East'] as const).map(
    (seat): Walk =>
      async (page, shoot, { url }) => {
        const path = new Path(page)
        await page.goto(`${url}${WRITE}/${code(seat)}`)
        const person = somebody()
        await path.goToLetter(person.reason)
        await path.fillDetails(person)
        await path.field('Postcode').fill(seats.find(({ name }) => name === seat)?.examplePostcode ?? '')
        await page.getByRole('button', { name: 'Check your letter' }).click()
        await path.expectStage('Check')
        await shoot(`Check, ${seat}`)
        await path.goToSent()
        await shoot(`Check your e-mail, ${seat}`)
      },
  ),
]
