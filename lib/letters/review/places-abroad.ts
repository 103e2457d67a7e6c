import { foldName } from '@/lib/directory/search/fold-name'

/** Of the United Kingdom, or what places here are called as well. */
const COUNTRIES_NOT_MEANT =
  'GB IM JE GG GI IE CA EG PS GE JO GL LB MT BB CU PE IL NZ AU AQ BV CC CX GS HM IO TF UM FK SH PN NF MS VG BM KY TC AI AC TA EU UN XA XB ZZ'.split(
    ' ',
  )

const CITIES = `
  aachen; aarhus; abidjan; abu dhabi; abuja; accra; adana; addis ababa; adelaide; agadir; ahmedabad; alicante; algiers;
  almaty; amman; amsterdam; ankara; antalya; antwerp; antwerpen; athens; athina; atlanta; auckland; augsburg; baghdad;
  baku; baltimore; bangalore; bangkok; barcelona; barcelone; basel; basra; beijing; beirut; belgrade; beograd; bengaluru;
  benidorm; bergamo; berlin; bern; bilbao; bogota; bologna; bombay; bonn; bordeaux; brasilia; bratislava; bremen; brescia;
  brisbane; brno; bruges; brugge; brussels; bruxelles; bucharest; bucuresti; budapest; buenos aires; bursa; cadiz; cairo;
  calgary; cali; canberra; cape town; caracas; casablanca; catania; charleroi; chengdu; chennai; chicago; chisinau;
  cologne; colombo; copenhagen; kobenhavn; cordoba; cork; dakar; damascus; dar es salaam; delhi; den haag; denver; detroit;
  dhaka; dijon; doha; dortmund; dresden; dubai; dublin; dubrovnik; duisburg; durban; dusseldorf; eindhoven; erbil; essen;
  faisalabad; firenze; florence; frankfurt; frankfurt am main; fuengirola; galway; gdansk; geneva; geneve; genoa; genova;
  ghent; goteborg; gothenburg; granada; graz; grenoble; guadalajara; guangzhou; guayaquil; gyumri; haifa; hamburg; hanoi;
  hannover; hanover; harare; havana; heidelberg; helsinki; ho chi minh city; hong kong; honolulu; hyderabad; innsbruck;
  islamabad; istanbul; izmir; jaipur; jakarta; jeddah; jerusalem; johannesburg; kabul; kampala; karachi; karlsruhe;
  kathmandu; katowice; kaunas; kharkiv; khartoum; kiel; kiev; kinshasa; kolkata; koln; krakow; kuala lumpur; kuwait city;
  kyiv; lagos; lahore; las palmas; las vegas; lausanne; leipzig; lille; lima; limassol; limerick; linz; lisboa; lisbon;
  ljubljana; lodz; los angeles; luanda; lublin; lusaka; luzern; lviv; lyon; madrid; mainz; malaga; malmo; manila; mannheim;
  marbella; marrakech; marrakesh; marseille; mecca; medellin; miami; milan; milano; minneapolis; minsk; mombasa; monaco;
  monterrey; montevideo; montpellier; montreal; moskva; mosul; mumbai; munich; munchen; munster; murcia; nairobi; nagoya;
  nantes; naples; napoli; new delhi; new york city; nicosia; nimes; novosibirsk; nurnberg; odesa; odessa; oporto; orlando;
  osaka; oslo; ottawa; padova; palermo; palma de mallorca; panama city; paphos; paris; philadelphia pa; phoenix; pisa;
  podgorica; porto; poznan; prague; praha; pretoria; quito; rabat; ravenna; reims; rennes; reykjavik; riga; rimini;
  rio de janeiro; riyadh; roma; rome; rosario; rostock; rotterdam; salzburg; samarkand; san diego; san francisco; san jose;
  santiago; santo domingo; sao paulo; sapporo; sarajevo; seattle; seoul; sevilla; seville; shanghai; sharjah; shenzhen;
  singapore; skopje; sofia; split; st petersburg; stavanger; stepanakert; stockholm; strasbourg; stuttgart; tabriz; taipei;
  tallinn; tampere; tartu; tashkent; tbilisi; tehran; tel aviv; tenerife; thessaloniki; the hague; tianjin; tirana; tokyo;
  torino; torremolinos; torrevieja; toulouse; trento; trieste; tripoli; tunis; turin; turku; uppsala; utrecht; valencia;
  valletta; vancouver; vantaa; venezia; venice; verona; vienna; vilnius; warsaw; warszawa; washington dc; wien;
  winnipeg; wroclaw; wuhan; wuppertal; yangon; yerevan; zagreb; zaragoza; zurich`

const OWN_NAMES = `
  espana; deutschland; osterreich; schweiz; suisse; svizzera; italia; nederland; holland; belgie; belgique; polska;
  sverige; norge; danmark; suomi; magyarorszag; ceska republika; romania; bulgaria; ellada; turkiye; turkey; portugal;
  brasil; usa; united states of america; u s a; uae; u a e; republic of ireland; eire; czech republic; hayastan; russia;
  rossiya; south korea; catalunya; bayern; bavaria; mallorca; majorca; algarve; tuscany; costa del sol; costa blanca`

const places = new Set([...listed(CITIES), ...listed(OWN_NAMES), ...countries()])

/** Whether a name, folded, is of a country or a large city elsewhere, and of no town of the United Kingdom. */
export function isPlaceAbroad(folded: string): boolean {
  return places.has(folded)
}

function listed(names: string): string[] {
  return names.split(';').map(foldName)
}

/** Every country that this runtime has an English name for. */
function countries(): string[] {
  const nameOf = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return letters
    .flatMap((one) => letters.map((other) => one + other))
    .filter((code) => !COUNTRIES_NOT_MEANT.includes(code))
    .flatMap((code) => nameOf.of(code) ?? [])
    .map(foldName)
}
