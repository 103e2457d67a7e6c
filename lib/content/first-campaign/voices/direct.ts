import type { Voice } from '@/lib/content/voices'

/** Busy and polite: comes to the point, brisk. What nobody has said is put into nobody’s mouth: no feeling, history or opinion (lint/claims.ts). */
export const direct: Voice = {
  id: 'direct',
  name: 'Direct',
  subjects: [
    'HART’s {2020 appeal|appeal} to {the UK|the government} {on|over|about} Nagorno-Karabakh',
    'Nagorno-Karabakh: {two questions|questions} for the {Foreign Secretary|government}',
    '{Asking you to write|A request to write|Please write} to the Foreign Secretary about Nagorno-Karabakh',
    'What did {the UK|the government} do about {Nagorno-Karabakh in 2020|HART’s appeal on Nagorno-Karabakh}?',
    'Where does {the UK|the government} stand on Nagorno-Karabakh {now|today}?',
    '{UK|Government} policy on Nagorno-Karabakh {then and now|in 2020 and now|in 2020 and today}',
    '{A question|Questions|My questions} about {UK policy|government policy} on Nagorno-Karabakh',
    'What is {UK|government} policy on Nagorno-Karabakh {now|today}?',
  ],
  openings: [
    'I am {a constituent of yours|one of your constituents} in {constituency}, {and am|and I am} {writing|writing to you} about the {2020 conflict|2020 fighting} in {Nagorno-Karabakh|Nagorno-Karabakh (Artsakh)}. {In October that year|That October}, the Humanitarian Aid Relief Trust (HART) {appealed|turned} to {the UK|the British government} for help to {stop|end} attacks by {Azerbaijan|Azerbaijani forces}.',
    '{In a statement of 6 October 2020|In a statement on 6 October 2020|In a statement of October 2020|In a statement in October 2020}, the Humanitarian Aid Relief Trust (HART) {said|warned} that {attacks by Azerbaijan|Azerbaijan’s attacks} on Nagorno-Karabakh were raising fears of {another Armenian genocide|another genocide of Armenians}. As {a constituent|your constituent} in {constituency}, I am {writing|writing to you|contacting you} about HART’s appeal to {the UK|the British government} for help.',
    'I am {writing|writing to you|contacting you}, as {a constituent in|your constituent in|one of your constituents in} {constituency}, about {Nagorno-Karabakh|Nagorno-Karabakh (Artsakh)}. {On 6 October 2020|In October 2020}, the Humanitarian Aid Relief Trust (HART) {appealed to|turned to} {the UK|the British government} for help, saying that {Azerbaijan was|Azerbaijani forces were} attacking the region.',
    '{On 6 October 2020|In October 2020}, the Humanitarian Aid Relief Trust (HART) {said|reported} that {civilians|people} in Nagorno-Karabakh were under {attack|fire} from {Azerbaijan|Azerbaijani forces}. As {a constituent|your constituent} in {constituency}, I am {writing|writing to you} about {HART’s appeal|the appeal that HART made} to {the UK|the British government} to help {stop|end} the {war|conflict}.',
    'As {your constituent|a constituent} in {constituency}, I am {writing|writing to you|contacting you} about an appeal {to the UK|to the British government} by the Humanitarian Aid Relief Trust (HART). {On 6 October 2020|In October 2020}, HART {said|warned} that {attacks by Azerbaijan|Azerbaijan’s attacks} {threatened|were threatening} the existence of Nagorno-Karabakh.',
    '{On 6 October 2020|In October 2020}, the Humanitarian Aid Relief Trust (HART) appealed to {the UK|the British government} to help {stop|end} the {fighting|conflict} in Nagorno-Karabakh. I am {one of your constituents|a constituent of yours} in {constituency}, and {I am writing|am writing} to {ask|find out} what came of {that|HART’s} appeal.',
  ],
  followings: [
    '{That is why|This is why|For that reason,} I am {writing to|contacting} you from {constituency} about {Nagorno-Karabakh|the 2020 fighting in Nagorno-Karabakh}. {On 6 October 2020|In October 2020}, the Humanitarian Aid Relief Trust (HART) {appealed|turned} to {the UK|the British government} for help, saying that {civilians there were|people there were} {being killed and injured|being injured and killed}.',
    'I am {a constituent|a constituent of yours|one of your constituents} in {constituency}, and {would like to|wish to|am writing to} ask about an appeal {to the UK|to the British government} by the Humanitarian Aid Relief Trust (HART). It asked for help {on 6 October 2020|in October 2020} to {stop|end} the {fighting|conflict} in Nagorno-Karabakh.',
    'I am {writing|writing to you|contacting you} about {Nagorno-Karabakh|Nagorno-Karabakh (Artsakh)}, as {a constituent in|your constituent in|one of your constituents in} {constituency}. The Humanitarian Aid Relief Trust (HART) {said|reported} {on 6 October 2020|in October 2020} that {civilians|people} there were under {attack|fire}, and {appealed to|turned to} {the UK|the British government} for help.',
    '{That|This} is what {led|prompted} me to {write to|contact} you from {constituency}. {On 6 October 2020|In October 2020}, the Humanitarian Aid Relief Trust (HART) {said|warned} that Nagorno-Karabakh {faced|was facing} a threat to its existence from {Azerbaijan|Azerbaijani forces}. {I am writing|My letter is} about HART’s appeal to {the UK|the British government} {that month|at the time}.',
    '{That is the reason|This is the reason} I am {writing|contacting you}, as {a constituent in|your constituent in|one of your constituents in} {constituency}, about the {2020 conflict|2020 fighting} in Nagorno-Karabakh. {In October that year|That October}, the Humanitarian Aid Relief Trust (HART) {appealed|turned} to {the UK|the British government} for help to {stop|end} the attacks there, which it said {raised|were raising} fears of genocide.',
  ],
  mentions: [
    '{In 2020|In October 2020}, HART also {asked|wanted} {the UK|the government|UK ministers} to {others}.',
    'HART’s {appeal|statement} {of October 2020 |of 6 October 2020 |}also asked {the UK|the government} to {others}.',
    'In its {appeal|statement}, HART {also asked|also wanted} {the UK|the UK government|UK ministers} to {others}.',
  ],
  requests: [
    '{Would|Could} you please write {to the Foreign Secretary and ask|and ask the Foreign Secretary} what {the government|the UK} did about HART’s appeal {in 2020|at the time}? Please also ask what {the UK’s position|UK policy} on Nagorno-Karabakh is {now|today}, and {send me|let me have} the {reply|answer}.',
    'I would be grateful if you {would|could} {write to the Foreign Secretary and ask|write and ask the Foreign Secretary} what {the UK|the government} did about HART’s appeal {in 2020|at the time}, and what {UK policy|the UK’s position} on Nagorno-Karabakh is {now|today}. Please {send me|let me have} the {reply|answer}.',
    'Please {ask the Foreign Secretary|put this to the Foreign Secretary} {for me|on my behalf}: what did {the UK|the government} do about HART’s appeal {in 2020|at the time}, and {where does it stand|what is its position} on Nagorno-Karabakh {now|today}? I would be {glad|grateful} to {see|have} {the reply|the answer|a copy of the reply}.',
    'What did {the UK|the government} do {about|in response to} HART’s appeal {in 2020|at the time}, and what is its {position|policy} on Nagorno-Karabakh {today|now}? Please {put this to the Foreign Secretary|raise this with the Foreign Secretary|take this up with the Foreign Secretary}, and {send me|let me have} the {answer|reply}.',
    'I would like to {know|find out} what {the government|the UK} did about HART’s {appeal in 2020|appeal at the time|appeal}, and what its {position|policy} on Nagorno-Karabakh is {now|today}. {Could|Would} you please {put this to|take this up with} the Foreign Secretary, and {send me|let me have} the {answer|reply}?',
    'Please would you write to the Foreign Secretary {to|and} find out what {the government|the UK} did about HART’s appeal {in 2020|at the time}, and where it stands on Nagorno-Karabakh {now|today}? {A copy of the reply|A copy of the answer|A copy of any reply} would be {very welcome|very helpful|most welcome|most helpful}.',
  ],
  closes: [
    '{Thank you|Thank you very much|Many thanks} for {your help|your time|your time and help|your help with this}.',
    'I would be {grateful|very grateful} for {your help|any help you can give|any help that you can give}.',
    '{Thank you|Thank you very much|Many thanks} for {looking into this|taking this up|taking this up for me|any help with this}.',
    '{Thank you|Thank you very much|Many thanks} for {considering|taking the time to consider|taking the trouble to consider} {my|this} letter.',
    '{Your help|Your help with this|Any help you can give|Any help that you can give} would be {much|greatly} appreciated.',
    'I hope that you {can|will be able to} {help|help me}{| with this| in this matter}.',
  ],
  asks: {
    ceasefire: [
      'According to HART, Azerbaijan {had rejected|had refused} {Armenia’s call|a call by Armenia|a call from Armenia} for a ceasefire{|, and civilians were still being attacked}. For that reason, HART {asked|wanted} {the UK|the UK government} to join the United Nations in {calling on|urging} Azerbaijan to {end hostilities|stop fighting} {at once|immediately}.',
      'HART was {especially|particularly} {worried|concerned} that Azerbaijan’s president had {vowed|promised} to {go on fighting|continue fighting|keep fighting} until Armenia {left|withdrew from} Nagorno-Karabakh. It asked {the UK|the UK government} to {back|support} the {UN’s call|United Nations’ call} for Azerbaijan to {stop the fighting|end the fighting} {immediately|at once|straight away}.',
      'HART {wanted|asked} {the UK|the UK government} to join {the UN|the United Nations} in {pressing|urging} Azerbaijan to {cease hostilities|halt its attacks} {straight away|immediately|at once}. It warned that, {without a ceasefire|unless the fighting ended}, Armenians {could|might} soon face ethnic cleansing and lose their {historic land|historic homeland}.',
      'HART {said|reported} that {heavy artillery and cluster bombs|cluster bombs and heavy artillery} were being used against civilians in Nagorno-Karabakh, {contrary to|in breach of} international law. It {asked|called on|wanted} {the UK|the UK government} to {support|back} the United Nations in {urging|pressing} Azerbaijan to {halt|end} hostilities {immediately|without delay}.',
      'HART {reported|said} that civilians in Stepanakert and {elsewhere|elsewhere in Nagorno-Karabakh} were being {targeted, killed and injured|targeted, injured and killed}. It {urged|asked} {the UK|the UK government} to add its voice to the UN’s call for Azerbaijan to {stop|end} the attacks {without delay|immediately|at once}.',
    ],
    turkey: [
      'HART was {worried|concerned} that {Turkey’s air force|the Turkish air force} was {taking part|involved} in {attacks|the attacks} on {both Armenia and Nagorno-Karabakh|Armenia as well as Nagorno-Karabakh}. It {asked|wanted|called on} {the UK|UK ministers} to {urge|press} the Turkish government to {end|stop} its involvement in the {conflict|fighting}.',
      'According to HART, President Erdogan of Turkey was using aggressive {language|rhetoric} and {urging|encouraging} Azerbaijan to {continue|carry on with} its {offensive against|attacks on} Nagorno-Karabakh. HART’s {appeal|statement} {asked|called on} {the UK|UK ministers} to press {Turkey|the Turkish government} to {stop taking part|end its involvement} in the {conflict|fighting}.',
      'HART {asked|wanted} {the UK|UK ministers} to {press|urge} {Turkey|the Turkish government} to {end its involvement|take no further part} in the {fighting|conflict}. It said that {Turkish weapons were being|Turkish weapons had been|Turkish weaponry was being|Turkish weaponry had been} used in attacks {on|against} {both Armenia and Nagorno-Karabakh|Armenia as well as Nagorno-Karabakh}.',
      'HART {said|reported} that there was {growing|increasing} evidence of foreign fighters being {taken|brought|transported} from Turkey to Azerbaijan to {join|take part in} the conflict. It {asked|urged|wanted} {the UK|the UK government} to put pressure on Turkey to {withdraw from|pull out of|end its involvement in} the fighting.',
    ],
    'military-aid': [
      'HART {said|reported} that Azerbaijan was building up {large|substantial} forces {on|along} the borders of {Armenia and Nagorno-Karabakh|Nagorno-Karabakh and Armenia}. It argued that {the UK|the UK government} should {suspend|stop} any military aid, {lethal or non-lethal|whether lethal or not}, to {Azerbaijan and Turkey|Turkey and Azerbaijan}.',
      'HART was {especially|particularly} {worried|concerned} about the sophisticated weapons that Azerbaijan {had placed|was gathering|was building up} on the borders of {Armenia and Nagorno-Karabakh|Nagorno-Karabakh and Armenia}. It {asked|wanted} {the UK|the UK government} to {suspend|stop} any military aid, {lethal or not|whether lethal or not}, to {Azerbaijan and Turkey|Turkey and Azerbaijan}.',
      'HART {reported|said} that {civilians|people} had {fled|left} their homes in Stepanakert, and in {towns and villages|villages and towns} near the fighting. It {asked|urged|wanted} {the UK|the UK government} to {suspend|stop} any military aid, {lethal or otherwise|whether lethal or otherwise}, to {Turkey and Azerbaijan|Azerbaijan and Turkey}.',
      'HART {wanted|asked} {UK ministers|the UK government} to {suspend|stop} any military aid, {lethal or non-lethal|lethal or not}, to {Turkey and Azerbaijan|Azerbaijan and Turkey}. It {said|reported} that {both countries|the two countries} were {stepping up|intensifying} their {attacks on|offensives against} Nagorno-Karabakh.',
      'HART {said|reported} that Turkey’s air force and {weapons|weaponry} {were being|had been} used against {both Armenia and Nagorno-Karabakh|Armenia as well as Nagorno-Karabakh}. Its {appeal|statement} {called on|asked} {the UK|the UK government} to {suspend|stop} any military aid, {lethal or non-lethal|lethal or not}, to {Azerbaijan and Turkey|Turkey and Azerbaijan}.',
    ],
    talks: [
      'In HART’s view, {Nagorno-Karabakh|the region} {had a right|had the right|was entitled} to self-determination under the {UN Charter|United Nations Charter}. HART {asked|called on|urged} {the UK|the UK government} to {support|back} the region’s long-standing wish to {decide|determine} its own future, and to press all {parties|sides} to {return|go back} to the negotiating table.',
      'HART {said|argued} that Nagorno-Karabakh already had the {political and economic|economic and political} structures {that it needed|needed|necessary} for self-determination. It {asked|wanted} {the UK|the UK government} to support {the region’s|the territory’s} {long-standing|long-held} wish to {decide|determine} its own future, and to urge all {sides|parties} to {return to|resume} negotiations.',
      'HART {wanted|asked} {the UK|the UK government} to {urge|press} all {parties|sides} in the conflict to {return|go back} to the negotiating table. It {said|argued} that Nagorno-Karabakh’s {long-standing|long-held} wish for self-determination was justified and {deserved|should have} {UK support|the UK’s support}.',
      'HART {said|argued} that the people of Nagorno-Karabakh had {long wished|long wanted} to {decide|determine|choose} their own future. It {asked|called on} {the UK|the UK government} to {support|back} {that|this} wish, and to {press|encourage} all {parties|sides} in the conflict to {return to negotiations|return to talks|resume talks}.',
    ],
  },
}
