import type { Voice } from '@/lib/content/voices'

/** Courteous and complete: longer sentences, no contractions. What nobody has said is put into nobody’s mouth: no feeling, history or opinion (lint/claims.ts). */
export const formal: Voice = {
  id: 'formal',
  name: 'Formal',
  subjects: [
    '{Nagorno-Karabakh and the British government|The British government and Nagorno-Karabakh|Britain and Nagorno-Karabakh|Nagorno-Karabakh and British policy}',
    '{Questions|A question} for the Foreign Secretary about Nagorno-Karabakh',
    'HART’s {appeal|2020 appeal} to the British government {about|over} Nagorno-Karabakh',
    'Nagorno-Karabakh: {the position of the British government|the British government’s position|the British government’s policy|British policy since 2020}',
    'The British government’s {position|policy} on {Nagorno-Karabakh|Nagorno-Karabakh today}',
    '{Please write|A request to write} to the Foreign Secretary on Nagorno-Karabakh',
    'HART’s {October 2020 statement|statement of October 2020} {on|about} Nagorno-Karabakh',
    '{British policy on Nagorno-Karabakh: an enquiry|British policy on Nagorno-Karabakh: two questions|An enquiry about British policy on Nagorno-Karabakh|Two questions about British policy on Nagorno-Karabakh}',
  ],
  openings: [
    'I am {one of your constituents|a constituent} in {constituency}, and am {writing|writing to you} {about|regarding} an appeal {that|which} the Humanitarian Aid Relief Trust (HART) {issued|published} {in October 2020|on 6 October 2020}. The appeal {asked for|sought} {help from Britain|Britain’s help} to {end|stop} the {fighting|conflict} in Nagorno-Karabakh.',
    '{On 6 October 2020|In October 2020}, the Humanitarian Aid Relief Trust (HART) {appealed to|made an appeal to} Britain {over|about} {Azerbaijani attacks|attacks by Azerbaijan} on Nagorno-Karabakh. As {one of your constituents in|your constituent in|a constituent in} {constituency}, I {am writing|am writing to you|am contacting you} about {that|HART’s} appeal.',
    'As {one of your constituents in|your constituent in|a constituent in} {constituency}, {I am writing|I am writing to you|I am contacting you} about the {2020 conflict|2020 fighting} in Nagorno-Karabakh. The Humanitarian Aid Relief Trust (HART) {appealed to|made an appeal to} {Britain|British ministers} in October {2020|that year}, {saying|warning} that {Azerbaijani attacks|attacks by Azerbaijan} threatened the territory’s existence.',
    'I am writing, as {one of your constituents in|your constituent in|a constituent in} {constituency}, {about|regarding} {the 2020 conflict in Nagorno-Karabakh|the conflict in Nagorno-Karabakh in 2020}. {That October|In October that year}, the Humanitarian Aid Relief Trust (HART) {appealed to|asked} Britain for help to {stop|end} {the attacks by Azerbaijan|the Azerbaijani attacks}.',
    '{In October 2020|On 6 October 2020}, the Humanitarian Aid Relief Trust (HART) {called|pressed} for a ceasefire in Nagorno-Karabakh, and {made an appeal|appealed|turned} to {Britain|British ministers} for help. I am writing, as {one of your constituents in|your constituent in|a constituent in} {constituency}, {about|regarding} {that|HART’s} appeal.',
    'I am {a constituent of yours|a constituent|one of your constituents} in {constituency}, and {I am writing|I am writing to you} about {Nagorno-Karabakh|events in Nagorno-Karabakh}. {In October 2020|On 6 October 2020}, the Humanitarian Aid Relief Trust (HART) {appealed to Britain|asked Britain|turned to Britain} for help, saying that {attacks by Azerbaijan|Azerbaijani attacks} {had raised|were raising} fears of another Armenian genocide.',
  ],
  followings: [
    '{That|This} is why I am {writing|writing to you|contacting you}, as {one of your constituents in|your constituent in|a constituent in} {constituency}, about the {fighting|conflict} in Nagorno-Karabakh. The Humanitarian Aid Relief Trust (HART) {appealed to|made an appeal to} {Britain|British ministers} {in October 2020|on 6 October 2020} over {attacks by Azerbaijan|Azerbaijani attacks}.',
    '{This|That} has {prompted|led} me to write to you, as {one of your constituents in|your constituent in|a constituent in} {constituency}, about the {fighting|conflict} in Nagorno-Karabakh. {In October 2020|On 6 October 2020}, the Humanitarian Aid Relief Trust (HART) {appealed to|asked} {Britain|British ministers} for help {towards|in achieving} a ceasefire.',
    'I am writing{| to you}, as {one of your constituents in|your constituent in|a constituent in} {constituency}, {regarding|concerning} {Nagorno-Karabakh|events in Nagorno-Karabakh}. In October 2020, the Humanitarian Aid Relief Trust (HART) {said|reported} that {Azerbaijan was|Azerbaijani forces were} attacking the territory, and {asked|appealed to} {Britain|British ministers} for help.',
    'As {one of your constituents in|your constituent in|a constituent in} {constituency}, I am {writing|writing to you|contacting you} about an appeal {by|from} the Humanitarian Aid Relief Trust (HART). {The|This} appeal was {made|addressed} to {Britain|British ministers} in October 2020 {over|about} the {fighting|conflict} in Nagorno-Karabakh.',
    'For {this|that} reason, I am {asking for|writing to ask for} your help, as {one of your constituents in|your constituent in|a constituent in} {constituency}, over Nagorno-Karabakh. The Humanitarian Aid Relief Trust (HART) {reported|described} attacks {on|against} civilians there in October 2020, and {asked|appealed to|turned to} Britain for help.',
  ],
  mentions: [
    'Elsewhere in its {appeal|statement}, HART {called on|asked|urged} {Britain|British ministers|the British government} to {others}.',
    'In {addition|the same appeal|the same statement}, HART {asked|urged|called on} {Britain|British ministers|the British government} to {others}.',
    'HART {also|further} {called on|asked|urged} {Britain|British ministers|the British government} to {others}.',
    'HART’s {appeal|statement} also {asked|urged|called on} {Britain|British ministers|the British government} to {others}.',
  ],
  requests: [
    'I would be grateful if you {would|could} write to the Foreign Secretary {and|to} ask {what the government did about|how the government responded to} HART’s appeal {in 2020|at the time}. Please also ask what {British policy|Britain’s position} on Nagorno-Karabakh is {today|now}, and {send me|let me have} the {reply|answer}.',
    'I would like to know {what the government did about|how the government responded to} HART’s {2020 appeal|October 2020 appeal}, and what its {position|policy} on Nagorno-Karabakh is {now|today}. {Would|Could} you please {raise this|take up this matter} with the Foreign Secretary{| on my behalf}, and send me the {answer|reply}?',
    '{Would|Could} you please write to the Foreign Secretary {for me|on my behalf} and ask {what the government did about|how the government responded to} HART’s appeal {in 2020|at the time}? Please ask, too, what {Britain’s position|Britain’s policy|the British position} on Nagorno-Karabakh is {today|now}, and {send me|let me have} the {reply|answer}.',
    '{What did the government do about|How did the government respond to} HART’s {2020 appeal|October 2020 appeal}, and what is its {position|policy} on Nagorno-Karabakh {today|now}? I would be grateful if you {would|could} {ask|write and ask} the Foreign Secretary{| on my behalf}, and {send|forward} me the {answer|reply}.',
    '{May|Could} I ask you to write to the Foreign Secretary {about|regarding} HART’s 2020 appeal, and {send|forward} me {the reply|a copy of the reply}? I would like to {know|learn} what {the government did|action the government took} in response, and what its {position|policy} on Nagorno-Karabakh is {now|today}.',
  ],
  closes: [
    '{Thank you|Thank you very much} for {reading|taking the trouble to read} {this|my} letter.',
    'I look forward to {your response|your reply}.',
    '{Thank you|Thank you very much} for any {help|assistance} that you {can|are able to} {give|offer}.',
    'I {look forward to hearing|hope to hear} from you{| soon}.',
    '{Thank you|Thank you very much} for {considering|taking the time to consider|your help with} {this|my} request.',
    'I would {appreciate|be glad of|be grateful for} your help in {getting|obtaining} {an answer|a reply}.',
  ],
  asks: {
    ceasefire: [
      'HART {said|reported} that Armenia had called for a ceasefire, but that Azerbaijan {had rejected|rejected} {this|that} call and was {continuing|keeping up} its attacks. It asked {Britain|the British government} to join the United Nations in {urging|pressing} Azerbaijan to {end hostilities|stop fighting} {immediately|at once}.',
      'HART warned that Armenians {could|might} soon {face ethnic cleansing and lose|face ethnic cleansing and the loss of} their historic land unless the {fighting|hostilities} {stopped|ended} immediately. For {that|this} reason, it asked {Britain|the British government} to {support|back} the United Nations in calling on Azerbaijan to {halt its attacks|agree to a ceasefire}.',
      'HART {said|reported} that heavy artillery {was being|had been} used against civilians in Nagorno-Karabakh, {contrary to|in breach of|in violation of} international law. It {asked|urged} {Britain|the British government} to join the United Nations in pressing Azerbaijan to {bring its attacks to an immediate end|put an immediate end to its attacks}.',
      'According to HART, the president of Azerbaijan had {vowed|promised|pledged} to {continue|go on} fighting until Armenia {withdrew|had withdrawn} from Nagorno-Karabakh. HART therefore {asked|called on} {Britain|British ministers} to {stand with|join} the United Nations in urging Azerbaijan to {cease hostilities|stop fighting}.',
      'HART {wanted|urged} {Britain|the British government} to join the United Nations in {calling on|pressing} Azerbaijan to {end|cease} hostilities {immediately|at once}. It {reported|said} that civilians in Stepanakert and {elsewhere in|other parts of} Nagorno-Karabakh {were being|had been} {targeted, killed and injured|targeted, injured and killed}.',
    ],
    turkey: [
      'HART was {especially|particularly} concerned that {Turkish weapons were|Turkish weaponry was} being used in {attacks on|attacks against} {both Armenia and Nagorno-Karabakh|both Nagorno-Karabakh and Armenia}. Its appeal {asked|called on} {British ministers|the British government} to {press|urge} Turkey to {stop taking part in|take no further part in} the {conflict|fighting}.',
      'According to HART, the aggressive {rhetoric|language} of President Erdogan of Turkey was encouraging Azerbaijan to {continue|go on with} its {offensive|attacks}. HART {argued|said} that {Britain|the British government} should {urge|press|call on} Turkey to {end its involvement|have no further involvement} in the conflict.',
      'HART {reported|said} that the Turkish air force was {taking part|involved} in attacks {on|against} {Armenia as well as Nagorno-Karabakh|both Armenia and Nagorno-Karabakh}. It {asked|called on} {Britain|British ministers} to {urge|press} Turkey to {end its involvement|take no further part} in these attacks.',
      'HART {said|reported} that President Erdogan of Turkey was {urging|encouraging} Azerbaijan to {continue|go on with} its offensive. It {asked|called on} {Britain|British ministers} to press the Turkish government to end its {role|involvement} in the {fighting|conflict}.',
      'HART {pointed to|cited} {growing|increasing} evidence that foreign fighters were being {brought|transported} from Turkey to Azerbaijan. It {called on|appealed to} {Britain|British ministers} to {urge|press} the Turkish government to {withdraw from|pull out of} the {conflict|fighting}.',
    ],
    'military-aid': [
      'HART {said|reported} that Azerbaijan had {built|been building} up its forces and {weapons|weaponry} on the borders of {Armenia and Nagorno-Karabakh|Nagorno-Karabakh and Armenia}. It {asked|called on} {Britain|British ministers} to {suspend|halt} any military aid, {lethal or non-lethal|whether lethal or not}, to {Azerbaijan and Turkey|Turkey and Azerbaijan}.',
      'HART {said|reported} that heavy artillery, including {missiles and cluster bombs|cluster bombs and missiles}, {was being|had been} used against civilians. It {asked|urged} {Britain|British ministers} to {suspend|halt} any military aid, {lethal or not|lethal or otherwise}, to {Turkey and Azerbaijan|Azerbaijan and Turkey}.',
      'HART cited reports {by|from} {the BBC, Reuters|Reuters, the BBC} and others that foreign jihadists were being {recruited|mobilised} to {fight|wage war} against Nagorno-Karabakh. It wanted {Britain|the British government} to {suspend|halt} any military aid, {lethal or non-lethal|whether lethal or not}, to {Azerbaijan and Turkey|Turkey and Azerbaijan}.',
      'HART {asked|called on} {Britain|British ministers} to {suspend|halt} any {lethal or non-lethal military aid|military aid, lethal or otherwise,} to {Azerbaijan and Turkey|Turkey and Azerbaijan}. It {reported|said} that both countries were {intensifying|stepping up} their attacks, and that civilians {near|close to} the fighting were {fleeing|fleeing from} their homes.',
      'According to HART, {missiles and cluster bombs|cluster bombs and missiles} were being used against civilians in {attacks|offensives} by {Azerbaijan and Turkey|Turkey and Azerbaijan}. HART therefore {asked|urged} {Britain|British ministers} to {suspend|halt} any military aid, {whether lethal or non-lethal|lethal or otherwise}, to {both of these|these two} countries.',
    ],
    talks: [
      'HART {argued|said} that the people of Nagorno-Karabakh had long wished for self-determination, {and|but} that this wish {continued to be|was still being} {ignored|dismissed}. It {asked|called on} {Britain|the British government} to support {this|that} wish, and to {urge|encourage} all parties to return to the negotiating table.',
      'HART {argued|said} that Nagorno-Karabakh had {a|the} right to self-determination under {the United Nations Charter|the Charter of the United Nations}. It {asked|urged} {Britain|the British government} to support the territory’s wish to exercise {this|that} right, and to press all parties to {resume negotiations|negotiate again}.',
      'HART described Nagorno-Karabakh as {the home of|home to} a distinct people with a {long-standing wish|long-held wish} to {determine|decide} its own future. It {argued|said} that {Britain|the British government} should {support|back} {this|that} wish and {press|urge} all parties to go back to the negotiating table.',
      'HART {asked|called on} {Britain|British ministers} to {support|back} Nagorno-Karabakh’s wish to {determine|decide} its own future, and {argued|said} that the {territory|region} already had the {political and economic|economic and political} structures {to govern itself|needed to govern itself}. It {wanted|asked} {Britain|the government} to {encourage|urge} all parties to {resume talks|return to talks}.',
      'HART {asked|wanted} {Britain|the British government} to {press|urge} all {parties in|parties to} the conflict to return to the negotiating table. It {argued|said} that Nagorno-Karabakh’s {wish|long-standing wish} for self-determination was justified and {deserved|merited} {British|Britain’s} support.',
    ],
  },
}
