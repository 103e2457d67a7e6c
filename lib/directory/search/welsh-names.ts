/**
 * The Welsh names of constituencies in Wales, where they differ, so that they can be found by them. As known on
 * 24 November 2026. Source: the Parliamentary Constituencies Order 2023 (SI 2023/1230), Schedule 4, which is the
 * authority; where it gives one name only, the other is the everyday name of the place.
 */
export const welshNames: Readonly<Record<string, readonly string[]>> = {
  W07000081: ['Aberavon Maesteg'],
  W07000082: ['Alun a Glannau Dyfrdwy'],
  W07000084: ['Blaenau Gwent a Rhymni'],
  W07000085: ['Aberhonddu, Maesyfed a Chwm Tawe'],
  W07000086: ['Pen-y-bont', 'Pen-y-bont ar Ogwr'],
  W07000087: ['Carmarthen'],
  W07000088: ['Caerffili'],
  W07000089: ['Dwyrain Caerdydd'],
  W07000090: ['Gogledd Caerdydd'],
  W07000091: ['De Caerdydd a Phenarth'],
  W07000092: ['Gorllewin Caerdydd'],
  W07000094: ['Dwyrain Clwyd'],
  W07000095: ['Gogledd Clwyd'],
  W07000097: ['Gŵyr'],
  W07000099: ['Merthyr Tudful ac Aberdâr'],
  W07000100: ['Canol a De Sir Benfro'],
  W07000101: ['Sir Fynwy'],
  W07000102: ['Maldwyn a Glyndŵr'],
  W07000103: ['Castell-nedd a Dwyrain Abertawe'],
  W07000104: ['Dwyrain Casnewydd'],
  W07000105: ['Gorllewin Casnewydd ac Islwyn'],
  W07000107: ['Rhondda ac Ogwr'],
  W07000108: ['Gorllewin Abertawe'],
  W07000109: ['Tor-faen'],
  W07000110: ['Bro Morgannwg'],
  W07000111: ['Wrecsam'],
  W07000112: ['Anglesey', 'Isle of Anglesey'],
}
