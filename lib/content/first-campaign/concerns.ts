import type { CampaignContent } from '@/lib/content/content'

/** The seven concerns of the release, in its order and in other words. */
export const concerns: CampaignContent['concerns'] = [
  {
    id: 'heavy-weapons',
    title: 'Heavy weapons used against civilians',
    text: 'Heavy artillery was being used against civilians, HART states, including Smerch missiles and cluster bombs. It calls this contrary to international law.',
    citation: 'The first of the concerns that it lists',
  },
  {
    id: 'build-up',
    title: 'Forces gathering on the borders',
    text: 'HART reports a substantial build-up of Azeri troops, with sophisticated weaponry, on the borders of Armenia and of Artsakh.',
    citation: 'The second of the concerns that it lists',
  },
  {
    id: 'turkish-forces',
    title: 'The part played by Turkish forces',
    text: 'According to HART, the Turkish Air Force and Turkish weapons were aggressively involved against both Armenia and Artsakh.',
    citation: 'The third of the concerns that it lists',
  },
  {
    id: 'displacement',
    title: 'People leaving their homes',
    text: 'Civilians were fleeing from Stepanakert and from villages and towns near the fighting. HART bases this on testimony that civilians gave in the days before its statement.',
    citation: 'The fourth of the concerns that it lists',
  },
  {
    id: 'foreign-fighters',
    title: 'Fighters brought in from abroad',
    text: 'HART points to increasing evidence, from the BBC, Reuters, and German and Russian sources, that foreign jihadist fighters from Syria and Libya were being recruited in significant numbers, reported to be thousands, and taken from Turkey to Azerbaijan to fight against Artsakh.',
    citation: 'The fifth of the concerns that it lists',
  },
  {
    id: 'rhetoric',
    title: 'Words that call for more fighting',
    text: 'President Erdogan of Turkey was urging Azerbaijan to continue its offensive [1], and the President of Azerbaijan had promised to go on fighting until Armenia left Artsakh [2].',
    citation: 'The sixth of the concerns that it lists; footnotes 1 and 2, as cited in the release',
  },
  {
    id: 'self-determination',
    title: 'A right that is being passed over',
    text: 'In HART’s view, the legal and historic case of Artsakh for self-determination was being ignored and dismissed. It argues that Artsakh meets every condition of the right that the UN Charter grants to peoples who are distinct geographically, racially or culturally and have the political and economic frameworks to achieve it, and that resolutions of the Security Council and the General Assembly cannot supersede the Charter.',
    citation: 'The seventh of the concerns that it lists',
  },
]
