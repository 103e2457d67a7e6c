import type { SwitchName } from '@/lib/settings/switches/switches'

type Words = {
  label: string
  /** What it does while it is on, and what happens while it is off. */
  on: string
  off: string
  /** While off, on every staff page. */
  paused: string
}

export const switchWords: Record<SwitchName, Words> = {
  'sign-ups': {
    label: 'Sign-ups',
    on: 'Supporters can write and submit letters.',
    off: 'Campaign pages stay, and say that no letters are taken at present. Those who have submitted a letter can still confirm it.',
    paused: 'Sign-ups are paused: nobody can submit a letter.',
  },
  'live-look-ups': {
    label: 'Look-up by live sources',
    on: 'A postcode that this installation does not know is asked of the UK Parliament and postcodes.io.',
    off: 'No postcode leaves this machine: supporters whose postcode is not known here choose their constituency by name.',
    paused: 'Look-up by live sources is paused: postcodes that are not known here are not found.',
  },
  sending: {
    label: 'Sending to MPs',
    on: 'Confirmed letters go to MPs.',
    off: 'Confirmed letters wait, in their order, and go when this is switched on again. Their writers are told that they wait.',
    paused: 'Sending is paused: confirmed letters wait.',
  },
  'follow-ups': {
    label: 'Follow-ups',
    on: 'On day 14, and once more on day 21, supporters are asked whether their MP has replied.',
    off: 'Nobody is asked. Whoever is due meanwhile is asked once this is switched on again.',
    paused: 'Follow-ups are paused: nobody is asked whether their MP has replied.',
  },
  dashboard: {
    label: 'Dashboard',
    on: 'The team sees the figures.',
    off: 'The dashboard shows no figures, which spares the database in a rush. The public’s figures go on.',
    paused: 'The dashboard is paused.',
  },
}
