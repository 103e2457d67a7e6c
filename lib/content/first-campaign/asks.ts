import type { CampaignContent } from '@/lib/content/content'
import { plain } from './voices/plain'

/** What HART asked of the British government, in its order, as the campaign's first voice argues it. */
export const asks: CampaignContent['asks'] = [
  {
    id: 'ceasefire',
    title: 'Call for an immediate ceasefire',
    summary: 'Join the United Nations in calling on Azerbaijan for an urgent and immediate end to hostilities.',
    mention: '{join|back} the United Nations’ call for Azerbaijan to {stop fighting|end hostilities} at once',
    wordings: plain.asks.ceasefire,
  },
  {
    id: 'turkey',
    title: 'Press Turkey to end its involvement',
    summary: 'Press the Turkish government to bring its aggressive involvement to an end.',
    mention: '{press|urge} Turkey to end its {part in the fighting|involvement}',
    wordings: plain.asks.turkey,
  },
  {
    id: 'military-aid',
    title: 'Suspend military aid',
    summary:
      'Suspend all military aid, lethal and non-lethal, to Turkey, to Azerbaijan and to the jihadist forces in Syria allied with them.',
    mention: 'suspend {all military aid|military aid of every kind} to Azerbaijan, Turkey and their allies in Syria',
    wordings: plain.asks['military-aid'],
  },
  {
    id: 'talks',
    title: 'Back negotiation and self-determination',
    summary:
      'Urge every party to return to the negotiating table, and support the long-standing wish of Artsakh for self-determination.',
    mention: '{support|back} {talks|negotiations} and Nagorno-Karabakh’s wish for self-determination',
    wordings: plain.asks.talks,
  },
]
