import type { CampaignContent } from '@/lib/content/content'

/**
 * What HART asked of the British government, in its order. Letters give the asks in any order and
 * number, so each wording stands alone, and no two that can follow each other begin alike.
 */
export const asks: CampaignContent['asks'] = [
  {
    id: 'ceasefire',
    title: 'Call for an immediate ceasefire',
    summary: 'Join the United Nations in calling on Azerbaijan for an urgent and immediate end to hostilities.',
    wordings: [
      'Please press ministers to stand with the United Nations in calling on Azerbaijan to end hostilities now. HART told of civilians targeted, hurt and killed in Stepanakert and elsewhere, while Armenia’s call for a ceasefire was rejected. For people under fire every hour counts, and I cannot see what would justify waiting.',
      'Before anything else can be put right, the guns have to stop. That, by HART’s account, is already what the UN has called for from Azerbaijan, and Britain need only add its name, openly and now. Smerch missiles and cluster bombs were among the arms said to be turned on civilians, in breach of international law.',
      'When heavy artillery is used against civilians, in defiance of international law as the statement has it, the rest of us owe them more than sympathy. I hope that the United Kingdom will support, in its own name, the United Nations’ appeal for Azerbaijan to cease hostilities without any further delay.',
      'Could ministers be urged to declare their support for the UN’s call on Azerbaijan, and so for a stop to the killing at once? Civilians, in the days before HART wrote, told of homes abandoned in Stepanakert and in towns and villages close to the fighting. People driven to that should not have to wait while others weigh their words.',
      'There is an appeal that Britain can join today: the United Nations’ call to Azerbaijan for an urgent, immediate end to the hostilities. Armenia had asked for a ceasefire too, HART says, and was refused. One more government saying the same, clearly and in public, would make that refusal harder to keep up.',
      'Stopping the fighting comes before all else, and a way to it has been named: the United Nations’ call on Azerbaijan, which the government should make its own without delay. In Stepanakert and in other places, the statement says, people who bear no arms were aimed at, wounded and killed, even as Armenia sought a ceasefire and was turned down.',
      'Bombs do not tell a soldier from a child. HART speaks of heavy artillery fired on civilians, cluster bombs and Smerch missiles among it, and of ethnic cleansing that could follow unless hostilities cease at once. That is why the United Kingdom should join the United Nations in demanding this of Azerbaijan, and do so openly.',
    ],
  },
  {
    id: 'turkey',
    title: 'Press Turkey to end its involvement',
    summary: 'Press the Turkish government to bring its aggressive involvement to an end.',
    wordings: [
      'Turkey’s part in this should be challenged. HART wrote of its air force and its weaponry being brought to bear on Armenia as well as Artsakh, in a manner that it called aggressive. I would like our government to tell the one in Ankara, directly, that this involvement must end.',
      'It is hard to see how a war can end while another state is feeding it. I ask that ministers urge the Turkish authorities to withdraw from this one, given what is said about their aircraft and arms, and about President Erdogan, whom HART’s release cites as urging Azerbaijan to go on.',
      'Reports that HART drew upon, from the BBC and Reuters and from German and Russian sources, pointed to foreign fighters from Syria and Libya being recruited and taken from Turkey to Azerbaijan, reportedly in their thousands. Will Britain say to the Turkish government that this must stop, and with it the rest of its aggressive role?',
      'Speaking candidly to the Turkish government is within Britain’s power. HART cites President Erdogan’s encouragement to Azerbaijan to carry on with its offensive, and describes Turkish air power and equipment in use. A firm message ought to follow from London: that Turkey should step back, and stay back, from this conflict.',
      'Outside powers ought to cool a conflict and not to stoke it. Turkey, if the statement is right, did the reverse, with aircraft, with arms and with fighters carried from its territory. Our ministers should make use of whatever standing they have there to see that such aggressive interference is given up.',
      'Ankara should hear from London. The release names the Turkish Air Force, and weapons from Turkey, as taking part against Armenia and Artsakh alike, and President Erdogan as calling for the offensive to go on. Our government has ties with his; what are they for, if not to ask plainly that a war be fuelled no further?',
      'Wars last longer when others join in. By HART’s account Turkey has joined in this one, from the air and with arms, and fighters from Syria and Libya have passed through it on their way to Azerbaijan. I should like ministers to tell the Turkish side, in so many words, that such involvement has to cease.',
    ],
  },
  {
    id: 'military-aid',
    title: 'Suspend military aid',
    summary:
      'Suspend all military aid, lethal and non-lethal, to Turkey, to Azerbaijan and to the jihadist forces in Syria allied with them.',
    wordings: [
      'Military aid is the part of this that lies in our own hands. All of it, lethal and non-lethal alike, should be suspended for Turkey, for Azerbaijan and for the jihadist forces in Syria allied with them. Where civilians are said to be targets, a country should be certain of what its help makes possible.',
      'No help of a military kind ought to go from this country to those pressing the offensive. That means Azerbaijan and Turkey, and jihadist forces on their side in Syria; it means supplies that are not weapons as much as those that are. HART has asked the government for a suspension, and I ask you to support one.',
      'Any military assistance that Britain gives to Turkish or Azerbaijani forces, or to jihadist groups who are their allies inside Syria, should be halted for now. Whether the help can kill or not makes no difference to me. Azeri troops and advanced weaponry were gathering at the borders, HART reports; we should add to neither.',
      'If aid for military purposes is going from the United Kingdom to Azerbaijan, to Turkey or to jihadists in Syria who take their side, I should like to see it stopped, whether it is deadly or not. How much of it there is I do not know, and that is itself a question for ministers to answer.',
      'Calling for peace sits badly with equipping those at war. With Azeri forces reported to be building up on the borders of both Armenia and Artsakh, the right course is to suspend every form of military support, lethal or otherwise, to the two governments behind the offensive, in Baku and in Ankara, and to their jihadist allies in Syria.',
      'British help of a military kind, lethal or not, should go to none of those who are pressing this war: to Turkey, to Azerbaijan, or to the jihadist forces in Syria that are allied with them. Sophisticated weaponry had reached the borders, by the statement’s account. Let my country suspend what it gives, and say that it has.',
      'Lethal aid and the other kind come to the same for those on the receiving end. Both should be withheld from Azerbaijan, from Turkey and from their jihadist allies in Syria for as long as the offensive lasts. Forces were building up beside Armenia and Artsakh when HART wrote; nothing from the United Kingdom should be among what they carry.',
    ],
  },
  {
    id: 'talks',
    title: 'Back negotiation and self-determination',
    summary:
      'Urge every party to return to the negotiating table, and support the long-standing wish of Artsakh for self-determination.',
    wordings: [
      'Lasting peace has to be agreed; it cannot be imposed. The government could help by urging every party to return to the negotiating table, and by supporting the long-standing wish of Artsakh to determine its own future. HART calls that wish justified, and is troubled that the history and the law behind it are being brushed aside.',
      'Beyond a truce lies the question of how the people of Nagorno-Karabakh are to live, and under whom. They have wished for a long time to settle it for themselves. I believe that Britain should stand behind them in this, and should encourage all sides, without exception, to start talking again.',
      'Self-determination is a right and not a favour. HART argues that the UN Charter grants it to peoples distinct by geography, race or culture who have the political and economic means to achieve it, and that Artsakh meets each condition. The United Kingdom could say as much, while calling everyone back to negotiations.',
      'Diplomacy is what I would put most trust in. Every party needs to be brought round the table once more, and Britain can help to bring them. There, the hope of Artsakh’s people to choose for themselves should have our support; no resolution of the Security Council or the General Assembly, HART maintains, can override what the Charter gives them.',
      'For the longer term I would ask for two things that belong together: pressure on all concerned to reopen negotiations, and British backing for Artsakh’s aim of self-determination. Its case was being ignored and dismissed, the statement says, though it satisfies what the Charter of the United Nations requires. A settlement that does the same is unlikely to last.',
      'Negotiation has to begin again, and ministers can press every party to come back to it. What Artsakh has long wanted, to decide for itself how it is governed, should then be heard with sympathy. HART finds grounds for that in history and in the UN Charter, and holds that no later resolution can take such rights away.',
      'Who governs Artsakh should be for its people to say. HART sets out why: they are distinct, in geography, race or culture, and have the political and economic frameworks that self-determination calls for. Meanwhile nothing is settled by guns. The government ought to bring all sides back to talks, and to speak up there for this long-standing hope.',
    ],
  },
]
