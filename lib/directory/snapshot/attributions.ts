/** The day that the snapshot is dated: its source says "mid-2026". Also the `since` of the MPs that it brings. */
export const SNAPSHOT_DATE = '2026-07-01'

const year = SNAPSHOT_DATE.slice(0, 4)

export type Attribution = { from: string; text: string; licence: string; url: string }

/** Of whom the postcodes of Northern Ireland are, shown where the release in use holds any. Source: ONS, licences. */
export const NORTHERN_IRELAND_ATTRIBUTION = `Postcodes of Northern Ireland: contains Land & Property Services (LPS) data © Crown copyright and database right ${year}, used under a licence of its own.`

/** Of whom MPs and elections are. */
export const PARLIAMENT_ATTRIBUTION =
  'Contains Parliamentary information licensed under the Open Parliament Licence v3.0.'

/** What the licences of the directory's data ask to be shown: on pages, and in the README beside this file. */
export const attributions: readonly Attribution[] = [
  {
    from: 'UK Parliament',
    text: PARLIAMENT_ATTRIBUTION,
    licence: 'Open Parliament Licence v3.0',
    url: 'https://www.parliament.uk/site-information/copyright-parliament/open-parliament-licence/',
  },
  {
    from: 'Office for National Statistics',
    text: `Source: Office for National Statistics licensed under the Open Government Licence v3.0. Contains OS data © Crown copyright and database right ${year}. Contains Royal Mail data © Royal Mail copyright and database right ${year}.`,
    licence: 'Open Government Licence v3.0',
    url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  },
  {
    from: 'GeoNames',
    text: 'Towns and their positions: GeoNames (geonames.org), licensed under CC BY 4.0.',
    licence: 'Creative Commons Attribution 4.0',
    url: 'https://creativecommons.org/licenses/by/4.0/',
  },
]
