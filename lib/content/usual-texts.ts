import type { CampaignContent } from './content'

/** What is asked beside the box for updates; true whoever runs the installation. */
export const usualConsent: CampaignContent['consent'] = {
  version: '2026-11.2',
  wording:
    'Yes, e-mail me updates on this campaign. I agree that the organisation that runs this site may keep my name, my e-mail address, my postcode, my constituency and the fact that I took part, and pass them on to the systems that it sends updates with, so as to send them. I can change my mind at any time.',
}

/** What stands on the page after a letter is confirmed; true of any campaign. */
export const usualThankYou: CampaignContent['thankYou'] = {
  title: 'Thank you for writing',
  paragraphs: [
    'A letter in a person’s own name, with an address that shows where they live, is what an MP’s office looks for. You have just given yours one.',
    'You will get a copy by e-mail. Offices answer in their own time: some in days, many in weeks. If a reply comes it will come straight to you, and two weeks after sending we ask you whether it has.',
    'If you know somebody in another constituency who would want to write, please pass this page on. Each MP answers only the people who live in their own.',
  ],
}
