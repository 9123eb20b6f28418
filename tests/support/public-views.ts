import type { BreakdownFilter } from '../../src/model/rules/breakdown.ts'
import type { Window } from '../../src/model/rules/time.ts'
import { checkedIndicators } from './checked-reports.ts'

/** A view of the published reports: its link, and what it asks for, written out by hand as the link's only other meaning. */
export interface PublicView {
  /** Name of its goldens. */
  readonly name: string
  readonly link: string
  readonly indicators: readonly string[]
  /** Codes on the list of 63; null for all. */
  readonly provinces: readonly string[] | null
  readonly window: Window | null
  readonly filter: BreakdownFilter
}

const HEADLINES = [
  'tips_received',
  'models_maintained',
  'models_registered',
  'models_built',
  'surrendered_items',
  'charity_donations',
  'charity_gifts',
  'charity_houses',
]
const YEAR_2024: Window = { from: '2024-01-01', to: '2024-12-31' }

export const PUBLIC_VIEWS: readonly PublicView[] = [
  view('overview', '', HEADLINES),
  view('overview-2024', 't=2024', HEADLINES, { window: YEAR_2024 }),
  view('overview-2019-2024', 't=2019..2024', HEADLINES, { window: { from: '2019-01-01', to: '2024-12-31' } }),
  view('overview-two-provinces', 'p=36.84', HEADLINES, { provinces: ['36', '84'] }),
  view('dom-tips', 'i=dom-tips', ofDomain('tips')),
  view('dom-models', 'i=dom-models', ofDomain('models')),
  view('dom-surrenders', 'i=dom-surrenders', ofDomain('surrenders')),
  view('dom-charity', 'i=dom-charity', ofDomain('charity')),
  view('dom-enforcement', 'i=dom-enforcement', ofDomain('enforcement')),
  view('tips', 'i=tips_received', ['tips_received']),
  view('weapons', 'i=surrendered_items', ['surrendered_items']),
  view('crude-weapons', 'i=surrendered_items&f.item=crude_weapon', ['surrendered_items'], { filter: { item: ['crude_weapon'] } }),
  view('weapons-2024', 'i=surrendered_items&t=2024', ['surrendered_items'], { window: YEAR_2024 }),
  view('houses', 'i=charity_houses', ['charity_houses']),
  view('two-kinds-of-houses', 'i=charity_houses&f.house_type=comradeship_dong_doi.gratitude_tinh_nghia', ['charity_houses'], {
    filter: { house_type: ['comradeship_dong_doi', 'gratitude_tinh_nghia'] },
  }),
  view('donations-tra-vinh', 'i=charity_donations&p=84', ['charity_donations'], { provinces: ['84'] }),
  view('coverage-share', 'i=commune_police_coverage_share', ['commune_police_coverage_share']),
  view('online-share', 'i=online_service_share', ['online_service_share']),
  view('drug-users-2019', 'i=drug_users_recorded&t=2019', ['drug_users_recorded'], {
    window: { from: '2019-01-01', to: '2019-12-31' },
  }),
]

/** The views whose pictures have goldens. */
export const PICTURED: readonly PublicView[] = PUBLIC_VIEWS.filter(({ name }) =>
  [
    'overview',
    'overview-2024',
    'dom-models',
    'dom-charity',
    'tips',
    'weapons',
    'crude-weapons',
    'houses',
    'coverage-share',
  ].includes(name),
)

export const LANGUAGES = ['vi', 'en'] as const

/** The link as a search string. */
export function searchOf({ link }: Pick<PublicView, 'link'>, language: 'vi' | 'en' = 'vi'): string {
  return `?${['d=public-reports', link, `lang=${language}`].filter(Boolean).join('&')}`
}

function view(name: string, link: string, indicators: readonly string[], more: Partial<PublicView> = {}): PublicView {
  return { name, link, indicators, provinces: null, window: null, filter: {}, ...more }
}

function ofDomain(domain: string): string[] {
  return checkedIndicators()
    .filter((indicator) => indicator.domain === domain)
    .map(({ code }) => code)
}
