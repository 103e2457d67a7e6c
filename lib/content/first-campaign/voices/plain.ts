import type { Voice } from '@/lib/content/voices'

/** An ordinary person who writes as they talk to somebody they respect: short sentences, contractions. What nobody has said is put into nobody’s mouth: no feeling, history or opinion (lint/claims.ts). */
export const plain = {
  subjects: [
    '{Nagorno-Karabakh|Nagorno-Karabakh (Artsakh)}: what {did our government do|has our government done|is our government’s position}?',
    '{Our government’s position|Britain’s position|The British government’s position} on {Nagorno-Karabakh|Nagorno-Karabakh (Artsakh)}',
    'HART’s appeal {to Britain|to our government} {over|about} Nagorno-Karabakh{| in 2020}',
    '{Please write to|Please ask} the Foreign Secretary about {Nagorno-Karabakh|Nagorno-Karabakh (Artsakh)}',
    'Where does our government stand on Nagorno-Karabakh{| now| today}?',
    '{The 2020 fighting|The 2020 conflict} in Nagorno-Karabakh{| and HART’s appeal| and HART’s appeal to Britain}',
    '{Please help me get|Help in getting} an answer {about|on} {Nagorno-Karabakh|Nagorno-Karabakh (Artsakh)}',
    'What {our government was asked|HART asked our government} to do about Nagorno-Karabakh{| in 2020}',
  ],
  openings: [
    'I’m {a constituent of yours|one of your constituents} in {constituency}, and I’m {writing|writing to you|getting in touch} about {Nagorno-Karabakh|Nagorno-Karabakh (Artsakh)}. When the Humanitarian Aid Relief Trust (HART) appealed to {Britain|our government} in October 2020, it {said|warned} that Armenians in the region were {in danger|at risk} from {the fighting|Azerbaijan’s attacks|attacks by Azerbaijan}.',
    '{In October 2020|On 6 October 2020}, the Humanitarian Aid Relief Trust (HART) appealed to {Britain|our government}, saying that attacks on Nagorno-Karabakh {were raising|had raised|were causing} fears of another Armenian genocide. I’m {writing|writing to you|getting in touch} about {that|this} appeal as {your|a} constituent in {constituency}.',
    'As {your|a} constituent in {constituency}, I’m {writing|writing to you|getting in touch} about {Nagorno-Karabakh|Nagorno-Karabakh (Artsakh)}. {In October 2020|On 6 October 2020}, the Humanitarian Aid Relief Trust (HART) appealed to {Britain|our government}, {saying|warning} that Azerbaijan was {stepping up|increasing} its attacks {on|in} the region.',
    'In an appeal to {Britain|our government} {in October 2020|on 6 October 2020}, the Humanitarian Aid Relief Trust (HART) said that {the fighting|Azerbaijan’s attacks|attacks by Azerbaijan} threatened the existence of Nagorno-Karabakh. As {your|a} constituent in {constituency}, I’m {writing|writing to you|getting in touch} about {that|HART’s} appeal.',
    'I’m {writing|writing to you|getting in touch}, as {your|a} constituent in {constituency}, about an appeal {by|from} the Humanitarian Aid Relief Trust (HART) to {Britain|our government} in October 2020. {It|The appeal} was {about|made because of} {the fighting|the conflict|attacks on civilians} in Nagorno-Karabakh.',
    'I’m {one of your constituents|a constituent} in {constituency}, and I’m {writing|writing to you|getting in touch} about the 2020 {conflict|fighting} in Nagorno-Karabakh. {In October|On 6 October} that year, the Humanitarian Aid Relief Trust (HART) {appealed|made an appeal} to {Britain|our government} over attacks {by Azerbaijan|by Azerbaijani forces}.',
  ],
  followings: [
    '{That’s|This is} why {I’m writing|I’m writing to you|I’m getting in touch}, as {your|a} constituent in {constituency}, about Nagorno-Karabakh. {In October 2020|On 6 October 2020}, the Humanitarian Aid Relief Trust (HART) appealed to {Britain|our government}, saying that {people|civilians} were fleeing {towns and villages|villages and towns} near the fighting.',
    'I’m {writing to you|getting in touch} about {Nagorno-Karabakh|Nagorno-Karabakh (Artsakh)}, as {your|a} constituent {in|from} {constituency}. In an appeal to {Britain|our government} in October 2020, the Humanitarian Aid Relief Trust (HART) {said|reported|warned} that the region was {under attack from|being attacked by} Azerbaijan.',
    'I’m {a constituent|one of your constituents|a constituent of yours} in {constituency}, and I’m {writing to you|getting in touch} about {the|an} appeal that the Humanitarian Aid Relief Trust (HART) made to {Britain|our government} in October 2020 over {attacks on|fighting in} Nagorno-Karabakh.',
    'I’m {asking for your help|asking you for help|writing to ask for your help}, as {your|a} constituent in {constituency}, over {Nagorno-Karabakh|events in Nagorno-Karabakh}. {In October 2020|On 6 October 2020}, the Humanitarian Aid Relief Trust (HART) {appealed|made an appeal} to {Britain|our government} over attacks {on the region|by Azerbaijan on the region|on civilians in the region}.',
    '{That’s the reason|This is the reason} {I’m writing|I’m writing to you|I’m getting in touch}, as {your|a} constituent in {constituency}, about Nagorno-Karabakh, {known historically|historically known} as Artsakh. {In October 2020|On 6 October 2020}, the Humanitarian Aid Relief Trust (HART) appealed to Britain, {saying|warning} that Armenians there were {in danger|at risk} from {Azerbaijan’s attacks|the fighting}.',
  ],
  mentions: [
    '{HART|At the time, HART} also {asked|urged|called on|wanted} our government to {others}.',
    '{In the same appeal|In that appeal|At the same time}, HART {asked|urged|called on} our government to {others}.',
    '{As well as that|Besides that|On top of that}, HART {asked|urged|called on} our government to {others}.',
    '{HART’s appeal|The same appeal|The appeal} also {asked|urged|called on} our government to {others}.',
  ],
  requests: [
    '{Please could you|Could you please|Please would you} {write to the Foreign Secretary and ask|write and ask the Foreign Secretary} what our government did about HART’s appeal, and what its {position|policy} on Nagorno-Karabakh is {now|today}? {I’d be grateful for|I’d be glad to have|Please send me|Please let me have} a copy of {the reply|the answer|any reply}.',
    'Please write to the Foreign Secretary {and|to} ask {what our government did about|how our government responded to} HART’s appeal {at the time|in 2020}, and where it stands on Nagorno-Karabakh {now|today}. I’d be {glad|grateful} to {see|have} the {answer|reply} {when|once} you get it.',
    'I’d like to {know|find out} what our government did {about|in response to} HART’s appeal, and {where it stands|what its policy is} on Nagorno-Karabakh {now|today}. {Could|Would} you please {write to the Foreign Secretary about this|ask the Foreign Secretary about this}{| for me}, and {send me|let me have} the {answer|reply}?',
    'What did our government do {about|in response to} HART’s appeal {at the time|in 2020}, and {where does it stand|what is its position} on Nagorno-Karabakh {now|today}? Please {put these questions to|raise these questions with} the Foreign Secretary{| for me}, and {send me|let me have} {the answers|the reply|a copy of the reply}.',
    'I’d be grateful if you {would|could} write to the Foreign Secretary and {ask|find out} {how our government responded to|what our government did about} HART’s appeal, and where it stands on Nagorno-Karabakh {now|today}. When {the reply|the answer|a reply|an answer} {comes|arrives}, please {send me|let me have} a copy.',
    '{Could|Would} you {write|please write} to the Foreign Secretary {for me|on my behalf|about this}? Please ask {whether our government did what HART asked|what our government did about HART’s appeal} {in 2020|at the time}, and what its {position|policy} on Nagorno-Karabakh is {now|today}. I’d be {glad|grateful|pleased} to {see|have} {the reply|the answer}.',
  ],
  closes: [
    '{Thank you|Many thanks} for {finding the time|taking the time|making time} to read {this letter|my letter}.',
    'I {hope|do hope} to hear back from you{| soon}.',
    '{Thank you|Thank you very much|Many thanks} for {any help you can give|whatever help you can give|anything you can do to help|whatever you can do to help}.',
    '{Thank you|Many thanks} for {anything|whatever} you {can|are able to} find out{| for me}.',
    'I hope {you can|you’ll be able to} help{| with this}.',
    '{Thank you|Thanks|Many thanks} for your time and for {considering|looking into} this{| question| matter}.',
  ],
  asks: {
    ceasefire: [
      'HART {said|reported} that civilians in {Stepanakert and other parts of|Stepanakert and other places in} Nagorno-Karabakh {were being|had been} {targeted, killed and injured|targeted, injured and killed}. That’s why HART {asked|urged} {our government|Britain} to join the United Nations in {calling on|appealing to} Azerbaijan to {stop fighting at once|stop fighting immediately|stop fighting straight away}.',
      'HART {asked|called on} {our government|Britain} to join the United Nations in {urging|pressing} Azerbaijan to {end|stop} the fighting straight away. One of HART’s {concerns|worries} was that the President of Azerbaijan had {vowed to|said he would} {keep|go on|carry on} fighting until Armenia left Nagorno-Karabakh.',
      'HART {warned|said} that Armenians in Nagorno-Karabakh could soon {face|suffer} ethnic cleansing unless the fighting {stopped|ended} {at once|immediately}. Because of {this|that}, it {asked|wanted} {our government|Britain} to {back|support} the United Nations in {urging|pressing} Azerbaijan to {halt|stop|end} its attacks.',
      'Armenia had {asked|called} for a ceasefire, {HART said|according to HART}, but Azerbaijan had refused, and {civilians were still being attacked|attacks on civilians were continuing}. Because of that, HART {asked|urged} {our government|Britain} to {back|join} the UN’s call for Azerbaijan to {stop|end} the fighting immediately.',
      'HART {said|argued} that a ceasefire was {needed|necessary} because attacks {on|against} civilians in Nagorno-Karabakh were {getting worse|increasing}. It {asked|called on} {our|the British} government to stand with the United Nations and {urge|press} Azerbaijan to {stop|end} the fighting {at once|without delay}.',
    ],
    turkey: [
      'HART was {especially|particularly} {worried|concerned} that the Turkish air force was {taking part|involved} in attacks on {both Armenia and Nagorno-Karabakh|Armenia as well as Nagorno-Karabakh}. It {asked|urged} {our government|Britain} to {put pressure on Turkey|put Turkey under pressure} to end its involvement in the {conflict|fighting}.',
      'HART said that {President Erdogan of Turkey|the President of Turkey} was using aggressive language and {urging|encouraging} Azerbaijan to {carry|go} on with its {attacks|offensive}. {That’s one reason|That’s partly} why HART {asked|wanted} {our government|Britain} to call on Turkey to end its {role|involvement} in the fighting.',
      'HART {asked|called on} {our government|Britain} to {urge|press} Turkey’s leaders to end their {country’s part|country’s involvement} in the {conflict|fighting}. It {said|reported} that Turkey’s {weapons and air force|air force and weapons} {were being|had been} used against {both Armenia and Nagorno-Karabakh|Armenia as well as Nagorno-Karabakh}.',
      'HART {said|reported} that Turkey’s President was {encouraging|urging} Azerbaijan to {carry on|keep going|go on} with its {attacks|offensive}. That was why it {asked|called on} {our government|Britain} to press Turkey to {pull out of|end its involvement in} the {conflict|fighting}.',
      'HART was {worried|concerned} about {aggressive language from|the aggressive language of} {President Erdogan of Turkey|the President of Turkey}, and about the use of Turkish weapons against {both Armenia and Nagorno-Karabakh|Armenia as well as Nagorno-Karabakh}. It {asked|wanted} {our government|Britain} to {press|urge} Turkey to {stop taking|take no further} part in the fighting.',
    ],
    'military-aid': [
      'HART {said|reported} that {Azerbaijan and Turkey|Turkey and Azerbaijan} were {stepping up|increasing} their {attacks on|offensives against} the region. So it {asked|urged} {our government|Britain} to {suspend|stop} any military aid, {lethal or not|lethal or non-lethal}, to {both countries|the two countries}.',
      'HART {said|reported} that heavy artillery {was being|had been} used against {civilians|ordinary people} in Nagorno-Karabakh. It {asked|called on} {our government|our ministers} to {suspend|stop} any military aid, {lethal or not|whether lethal or not}, to {Turkey and Azerbaijan|Azerbaijan and Turkey}.',
      'HART {asked|urged} {our government|our ministers} to {suspend|stop} any {lethal or non-lethal military aid|military aid, lethal or not,} to {Azerbaijan and Turkey|Turkey and Azerbaijan}. It {said|reported} that {cluster bombs and missiles|missiles and cluster bombs} were being used against {civilians|ordinary people} in Nagorno-Karabakh, {in breach of|contrary to} international law.',
      'HART {said|reported} that {people|civilians} were fleeing from Stepanakert and from {towns and villages|villages and towns} near the fighting. {Its appeal|The appeal} {asked|urged|called on} {our government|Britain} to {suspend|stop} any military aid, {lethal or not|lethal or non-lethal}, to {Azerbaijan and Turkey|Turkey and Azerbaijan}.',
    ],
    talks: [
      'HART {argued|said} that Nagorno-Karabakh had the right to {decide|determine} its own future, {and|but} that this right was being {ignored|denied}. It {asked|urged} {our government|Britain} to {support|back} the region’s {long-standing|long-held} wish for self-determination, and to {urge|press} all {sides|parties} to return to talks.',
      'HART {asked|urged} {our government|Britain} to {support|back} Nagorno-Karabakh’s long-standing wish to {decide|determine} its own future, and to {call|press} for a return to the negotiating table. It {argued|said} that the UN Charter gave {the region|the people there|the people of the region} {a|the} right to self-determination.',
      'HART said that Nagorno-Karabakh had a {long-standing|long-held} wish to {decide|determine} its own future, and already had the {political and economic|economic and political} structures {to govern itself|needed to govern itself}. It {asked|called on} {our government|Britain} to {support|back} this wish, and to {urge|press} all {sides|parties} to {start talking again|go back to talks}.',
      'HART {warned|said} that Armenians in Nagorno-Karabakh could {soon lose|lose} their historic land if the {fighting|conflict} {went on|continued}. It {asked|urged} {our government|Britain} to {press|call} for {new|fresh} talks between all {sides|parties}, and to {support|back} the region’s {long-standing|long-held} wish for self-determination.',
      'HART {asked|called on} {our government|Britain} to {urge|press} all {sides|parties} in the conflict to {go|come} back to the negotiating table. It {said|argued} that Nagorno-Karabakh’s {long-standing|long-held} wish to {decide|determine} its own future was justified and deserved {Britain’s|British} support.',
    ],
  },
} satisfies Omit<Voice, 'id' | 'name'>
